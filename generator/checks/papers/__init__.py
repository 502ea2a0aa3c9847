"""Papers and forms of a dossier."""
