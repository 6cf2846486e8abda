import { graphql } from 'relay-runtime';

export const PeopleListQuery = graphql`
  query PeopleListQuery($first: Int) {
    ...PeopleList_page @arguments(first: $first)
  }
`;

export const PeopleList_page = graphql`
  fragment PeopleList_page on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" })
  @refetchable(queryName: "PeopleListPaginationQuery") {
    people(first: $first, after: $after, orderBy: NAME) @connection(key: "PeopleList_people") {
      totalCount
      edges { node { id name } }
    }
  }
`;
