"""The form at ``/bien-tap/``: Sveltia CMS, configured from the schema of the checks."""
