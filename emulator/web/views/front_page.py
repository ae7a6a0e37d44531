"""GET /: what this is, for a person with a browser."""

from html import escape
from typing import Final

from flask import Response, current_app

from emulator.web.service import service_of

PAGE: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>hvemu: {host}</title>
<style>body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 42rem }}</style>
<h1>{host}</h1>
<p>This is <b>hvemu</b>, an emulated Hyper-V host. No virtual machine really runs here.</p>
<ul>
<li>WinRM: <code>POST /wsman</code> (Basic authentication, for pywinrm and other clients)</li>
<li>PowerShell: <code>POST /api/powershell</code> with <code>{{"script": "Get-VM"}}</code></li>
<li>Cmdlets: <code>POST /api/cmdlets/Get-VM</code> with <code>{{"Name": ["web01"]}}</code></li>
<li>Read: <a href="/api/vms">/api/vms</a>, <a href="/api/host">/api/host</a>,
 <a href="/api/clock">/api/clock</a></li>
<li>All of it: <a href="/api/openapi.json">/api/openapi.json</a></li>
</ul>
<p>Sign in with the user and password that <code>hvemu serve</code> printed.</p>
"""


def front_page() -> Response:
    """Say what this is."""
    page = PAGE.format(host=escape(service_of(current_app).host_name))
    return Response(page, content_type="text/html; charset=utf-8")
