"""Files generated from the declared fields: JSON Schema for editing programs, the field reference, blank templates."""
