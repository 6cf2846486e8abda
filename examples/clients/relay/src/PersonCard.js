import { graphql } from 'relay-runtime';

export const PersonCard_person = graphql`
  fragment PersonCard_person on Person @refetchable(queryName: "PersonCardRefetchQuery") {
    name
    caption
    posts(first: 3) { post unit { name } }
  }
`;
