"""Pictures of pages: made straight, recognised, their ruled tables read cell by cell."""
