"""From a GraphQL selection to a map projection and the shape of its answer."""
