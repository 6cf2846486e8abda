"""The stories, pairs and near misses that are planted in the city, and what surrounds them."""
