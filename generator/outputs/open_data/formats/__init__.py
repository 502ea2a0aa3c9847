"""Files of rows and documents: CSV, XLSX, JSON, JSON Lines."""
