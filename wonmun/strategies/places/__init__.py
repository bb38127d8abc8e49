"""What a strategy sees of a phrase's places: the words around each, and the coverage that they are weighed against."""
