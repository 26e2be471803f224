"""All twinnings that Wikidata has, kept as the list ``wikidata``: what `data refresh` does."""
