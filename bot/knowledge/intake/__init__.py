"""Taking in more: lists of others in, everything on record out."""
