"""A Wikidata of our own: its shape of triples, and a query service on the loopback address."""
