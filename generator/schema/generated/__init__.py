"""What is generated from the declared fields: JSON Schema for editors' programs, the field reference, blank templates."""
