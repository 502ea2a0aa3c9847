"""The pages of the editor, one module each: PREFIX of the address, `get(request)`, `post(request)`."""
