"""The pages of the desk: each a function of the request that answers with a template."""
