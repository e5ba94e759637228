; The page engine. Windows 11 has it, most PCs with Windows 10 too; for the others Microsoft's offline installer is laid
; beside ours, which never fetches anything itself.

!define WEBVIEW2 "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define WEBVIEW2_OFFLINE "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"
!define WEBVIEW2_ONLINE "MicrosoftEdgeWebview2Setup.exe"

Function CareForWebView2
  Call FindWebView2
  ${If} $R9 != ""
    DetailPrint "WebView2 $R9"
    Return
  ${EndIf}
  StrCpy $R8 "$EXEDIR\${WEBVIEW2_OFFLINE}"
  ${IfNot} ${FileExists} $R8
    StrCpy $R8 "$EXEDIR\${WEBVIEW2_ONLINE}"
  ${EndIf}
  ${IfNot} ${FileExists} $R8
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(WEBVIEW2_MISSING)" /SD IDOK
    Return
  ${EndIf}
  DetailPrint "$(WEBVIEW2_INSTALLING)"
  ClearErrors
  ExecWait '"$R8" /silent /install' $R7
  ${If} ${Errors}
    StrCpy $R7 "-"
  ${EndIf}
  ; Its word is not enough: what counts is whether it is there.
  Call FindWebView2
  ${If} $R9 == ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(WEBVIEW2_FAILED)" /SD IDOK
  ${Else}
    DetailPrint "WebView2 $R9"
  ${EndIf}
FunctionEnd

; Its version in $R9, or nothing. Microsoft's own way to ask: for all users, then for this one; 0.0.0.0 is removed.
Function FindWebView2
  !macro ReadWebView2 ROOT KEY
    ReadRegStr $R9 ${ROOT} "${KEY}\${WEBVIEW2}" "pv"
    ${If} $R9 != ""
    ${AndIf} $R9 != "0.0.0.0"
      Return
    ${EndIf}
  !macroend
  !insertmacro ReadWebView2 HKLM "SOFTWARE\WOW6432Node"
  !insertmacro ReadWebView2 HKLM "SOFTWARE"
  !insertmacro ReadWebView2 HKCU "Software"
  StrCpy $R9 ""
FunctionEnd
