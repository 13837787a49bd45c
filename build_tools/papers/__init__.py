"""From a report's page to the same report on paper: a PDF with its notes at the page foot."""
