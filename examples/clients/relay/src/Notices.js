import { graphql } from 'relay-runtime';

export const NoticesSubscription = graphql`
  subscription NoticesSubscription($after: String) {
    notices(after: $after, first: 1) {
      nodes { kind sentence }
      pageInfo { endCursor }
    }
  }
`;
