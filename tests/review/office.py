"""LibreOffice accepts and rejects tracked changes: a Basic macro in a profile of the test's own, no further package."""

from __future__ import annotations

import subprocess
from pathlib import Path

MODULES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>
"""
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Resolve(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  Dim files() As String, name As String, count As Integer, at As Integer, how As Integer
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  filter(0).Name = "FilterName" : filter(0).Value = "MS Word 2007 XML"
  name = Dir(folder &amp; "/*.docx")
  Do While name &lt;&gt; ""
    ReDim Preserve files(count)
    files(count) = name : count = count + 1 : name = Dir
  Loop
  commands = Array("AcceptAllTrackedChanges", "RejectAllTrackedChanges", "")
  endings = Array(".accept", ".reject", ".as-is")
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For at = 0 To count - 1
    first = 2 : last = 2
    If InStr(files(at), ".redline.") &gt; 0 Then first = 0 : last = 1
    For how = first To last
      document = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; "/" &amp; files(at)), "_blank", 0, hidden())
      If commands(how) &lt;&gt; "" Then
        dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; commands(how), "", 0, Array())
      End If
      document.storeToURL(ConvertToURL(folder &amp; "/" &amp; files(at) &amp; endings(how)), filter())
      document.close(True)
    Next how
  Next at
End Sub
</script:module>
"""


def resolve(folder: Path) -> None:
    """Opens each DOCX of a folder; stores a `.redline.docx` accepted (`.accept`) and rejected (`.reject`), others `.as-is`."""
    profile = f'-env:UserInstallation={(folder / "profile").as_uri()}'
    # A new profile gets a library of macros of its own at the first start, over whatever stands there.
    _run(profile, '--terminate_after_init')
    library = folder / 'profile/user/basic/Standard'
    (library / 'script.xlb').write_text(MODULES)
    (library / 'Changes.xba').write_text(MACRO)
    _run(profile, f'macro:///Standard.Changes.Resolve("{folder}")')


def _run(*arguments: str) -> None:
    subprocess.run(['soffice', '--headless', *arguments], check=True, capture_output=True, timeout=300)
