"""HTTP: the Flask application and the cheroot server that carry WinRM and the JSON API."""
