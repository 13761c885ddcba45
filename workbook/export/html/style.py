"""How the HTML looks: on a phone, on a desk, on paper, by day and by night.

All of it stands in the file itself, and nothing in it may fetch anything. Colours keep a contrast of 7:1 or more.
"""

from __future__ import annotations

import base64
import hashlib

LIGHT = {"paper": "#ffffff", "ink": "#1b1b1b", "quiet": "#474747", "accent": "#0b4264", "rule": "#767676"}
"""By day, and on paper."""

DARK = {"paper": "#15171a", "ink": "#ececea", "quiet": "#bcbfc4", "accent": "#9ccdf0", "rule": "#7d8288"}
"""Where the person has asked their computer for dark colours."""


def _colours(of: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in of.items())


STYLE = f"""
:root {{ color-scheme: light dark; {_colours(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_colours(DARK)} }} }}
* {{ box-sizing: border-box; }}
html {{ -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }}
body {{ margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: break-word; }}
h1, h2, h3, h4 {{ line-height: 1.25; margin: 2.2em 0 .6em; color: var(--accent); text-wrap: balance; }}
h1 {{ font-size: 1.75rem; margin-top: .2em; }}
h2 {{ font-size: 1.4rem; border-bottom: 1px solid var(--rule); padding-bottom: .25em; }}
h3 {{ font-size: 1.15rem; margin-top: 1.8em; }}
h4 {{ font-size: 1.02rem; margin-top: 1.6em; }}
a {{ color: var(--accent); text-underline-offset: .15em; }}
a:focus-visible {{ outline: 3px solid var(--accent); outline-offset: 2px; }}
p, ul, ol, table, dl, dd {{ margin: 0; }}
nav ol, nav ul {{ margin-top: 1rem; padding-left: 1.4rem; }}
nav li {{ padding: .15rem 0; }}
article + article {{ margin-top: 4rem; }}
.when, .back {{ color: var(--quiet); }}
.back {{ margin-top: 2rem; }}
.entry {{ margin: 0 0 1.4rem; }}
.question, caption, dt {{ color: var(--quiet); font-size: .94rem; text-align: left; }}
.question, caption {{ padding-bottom: .3rem; }}
.words {{ white-space: pre-wrap; }}
.words + .words {{ margin-top: .8em; }}
.plan .words + .words {{ margin-top: .2em; }}
.entry ul {{ padding-left: 1.3rem; }}
.entry li {{ white-space: pre-wrap; }}
.lead {{ color: var(--quiet); }}
dd + dt {{ margin-top: .6rem; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border-top: 1px solid var(--rule); padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top;
  font-weight: normal; overflow-wrap: anywhere; min-width: 5rem; }}
tbody tr:last-child > * {{ border-bottom: 1px solid var(--rule); }}
thead th {{ color: var(--quiet); font-size: .94rem; }}
td {{ white-space: pre-wrap; }}
.grid td {{ width: 32%; }}
.ratings th:first-child {{ width: 9rem; }}
@media screen and (max-width: 36rem) {{
  .wide, .wide tbody, .wide tr, .wide td {{ display: block; }}
  .wide caption {{ display: block; }}
  .wide thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
  .wide tr {{ border-top: 1px solid var(--rule); padding: .5rem 0; }}
  .wide tbody tr:last-child > * {{ border-bottom: 0; }}
  .wide tbody tr:last-child {{ border-bottom: 1px solid var(--rule); }}
  .wide td {{ border: 0; padding: .15rem 0; min-width: 0; }}
  .wide td:empty {{ display: none; }}
  .wide td::before {{ content: attr(data-label); display: block; color: var(--quiet); font-size: .88rem; }}
}}
@page {{ margin: 18mm 17mm 20mm; }}
@media print {{
  :root {{ color-scheme: light; {_colours(LIGHT)} }}
  body {{ max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }}
  h2, h3, h4 {{ margin-top: 1.4em; }}
  .entry {{ margin-bottom: .8rem; }}
  th, td {{ padding-top: .25rem; padding-bottom: .25rem; }}
  p, li, dd {{ orphans: 3; widows: 3; }}
  h1, h2, h3, h4, .question, caption, dt, thead {{ break-after: avoid; }}
  .short, tr, li, .lead {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  article + article, nav + main > article:first-child {{ break-before: page; margin-top: 0; }}
  nav.parts, .back {{ display: none; }}
  a {{ color: inherit; text-decoration: none; }}
}}
"""

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
"""What a browser may do with the file: show it, in this style alone. It holds even if something here were wrong."""
