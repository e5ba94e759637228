; The installer for Windows. `cargo xtask release` builds it and says in xtask/src/release/installer.rs what is handed in.
;
; For one user, without administrator rights, without a network. A test drives it by:
;   /S              silently: every question gets the answer that changes nothing
;   /D=FOLDER       last, without quotes; default %LOCALAPPDATA%\Programs\SoTuyenGiao, or where it was installed before
;   /LANG=1066      Vietnamese, /LANG=1033 English; silently Vietnamese is the default
;   /NODESKTOP      no shortcut on the desktop
; Exit codes, of the uninstaller (FOLDER\uninstall.exe) too:
;   0 done (WebView2 may still be missing: the program itself says so)   1 cancelled   2 stopped by NSIS
;   4 files cannot be written or removed   5 the program runs   6 older than Windows 10, or not 64 bit
;   7 the installed version is newer, and nobody said to go back
; The uninstaller copies itself to a temporary folder and returns before it has finished; with _?=FOLDER (last, without
; quotes) it does not, but then leaves uninstall.exe and the folder.
;
; Writes: FOLDER with so-tuyen-giao.exe, sotg.exe, WebView2Loader.dll, uninstall.exe; the shortcuts "Sổ Tuyên giáo" in the
; start menu and on the desktop; under HKCU\Software: SoTuyenGiao (InstallDir, Version, VersionNumbers, Language),
; Classes\.sotg, Classes\SoTuyenGiao.KeHoach, Microsoft\Windows\CurrentVersion\{App Paths\so-tuyen-giao.exe,
; Uninstall\SoTuyenGiao}. The uninstaller removes all of that, and the page engine's cache. Never the book.

Unicode true
Target ${STUB}-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all
; The times of the build are not in the installer: the same commit gives the same bytes.
SetDateSave off

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define APP "Sổ Tuyên giáo"
!define EXE "so-tuyen-giao.exe"
!define SOTG "sotg.exe"
!define DLL "WebView2Loader.dll"
!define EXTENSION ".sotg"
!define KIND "SoTuyenGiao.KeHoach"
!define OWN_KEY "Software\SoTuyenGiao"
!define CLASSES "Software\Classes"
!define CURRENT "Software\Microsoft\Windows\CurrentVersion"
!define UNINSTALL_KEY "${CURRENT}\Uninstall\SoTuyenGiao"
!define PATH_KEY "${CURRENT}\App Paths\${EXE}"

Name "${APP}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\SoTuyenGiao"
InstallDirRegKey HKCU "${OWN_KEY}" "InstallDir"
BrandingText "${APP} ${VERSION}"
VIProductVersion "${VERSION_NUMBERS}"
VIFileVersion "${VERSION_NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "${APP}"
VIAddVersionKey /LANG=0 "FileDescription" "Trình cài đặt ${APP}"
VIAddVersionKey /LANG=0 "CompanyName" "${APP}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${APP}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "wizard.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "$(RUN_NOW)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(BOOK_STAYS)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first one is that of whoever has neither: Vietnamese, in composed letters.
!insertmacro MUI_LANGUAGEEX "${LANGUAGES}" "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL
; In this order: the texts name files that the other one defines.
!include webview2.nsh
!include texts.nsh

Var OldFolder ; where an earlier version is, if it is elsewhere

; ---------------------------------------------------------------------------------------------------------- Beginning

Function .onInit
  SetRegView 64
  SetShellVarContext current
  Call ChooseLanguage
  ; LangStrings follow $LANGUAGE only after this function, so these two speak both languages.
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${TOO_OLD}" /SD IDOK
    SetErrorLevel 6
    Quit
  ${EndIf}
FunctionEnd

; Vietnamese for whoever has Windows or its formats in Vietnamese, or asks for nothing; others are asked.
Function ChooseLanguage
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${IfNot} ${Errors}
    ${If} $R1 = ${LANG_ENGLISH}
      StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${EndIf}
    Return
  ${EndIf}
  ReadRegStr $R1 HKCU "${OWN_KEY}" "Language"
  ${If} $R1 != ""
    StrCpy $LANGUAGE $R1
    Return
  ${EndIf}
  System::Call 'kernel32::GetUserDefaultUILanguage() i .r0'
  System::Call 'kernel32::GetUserDefaultLangID() i .r1'
  IntOp $0 $0 & 0x3FF
  IntOp $1 $1 & 0x3FF
  ${If} ${Silent}
  ${OrIf} $0 = 0x2A
  ${OrIf} $1 = 0x2A
    Return
  ${EndIf}
  LangDLL::LangDialog "${APP}" "Ngôn ngữ / Language" A "Tiếng Việt" ${LANG_VIETNAMESE} "English" ${LANG_ENGLISH} ""
  Pop $R1
  ${If} $R1 == "cancel"
    Abort
  ${EndIf}
  StrCpy $LANGUAGE $R1
FunctionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  ReadRegStr $R1 HKCU "${OWN_KEY}" "Language"
  ${If} $R1 != ""
    StrCpy $LANGUAGE $R1
  ${EndIf}
FunctionEnd

; ------------------------------------------------------------------------------------------------------ What is shared

!macro RefuseWhileRunning FOLDER
  !insertmacro RefuseWhileInUse "${FOLDER}\${EXE}"
  !insertmacro RefuseWhileInUse "${FOLDER}\${SOTG}"
!macroend

; Windows lets nobody write to a program that runs: error 32. Other errors are found when the files are written.
!macro RefuseWhileInUse FILE
  StrCpy $2 "${FILE}"
  ${Do}
    System::Call 'kernel32::CreateFile(t r2, i 0x40000000, i 7, p 0, i 3, i 0, p 0) p .r0 ?e'
    Pop $1
    ${If} $1 <> 32
      System::Call 'kernel32::CloseHandle(p r0)'
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 5
      Abort
    ${EndIf}
  ${Loop}
!macroend

; Only what we put there, by name, and the folder only if it is empty then: it may be one in which people keep books.
!macro RemoveProgramFiles FOLDER
  Delete "${FOLDER}\${EXE}"
  Delete "${FOLDER}\${SOTG}"
  Delete "${FOLDER}\${DLL}"
  !insertmacro RemoveNewFiles "${FOLDER}"
!macroend

; What an installation that was cut off left behind.
!macro RemoveNewFiles FOLDER
  Delete "${FOLDER}\${EXE}.new"
  Delete "${FOLDER}\${SOTG}.new"
  Delete "${FOLDER}\${DLL}.new"
  Delete "${FOLDER}\uninstall.exe.new"
!macroend

; Over the old file in one step, and on the disk before it returns.
!macro Replace NAME
  StrCpy $2 "$INSTDIR\${NAME}.new"
  StrCpy $3 "$INSTDIR\${NAME}"
  System::Call 'kernel32::MoveFileEx(t r2, t r3, i 9) i .r0'
  ${If} $0 = 0
    Call StopUnwritten
  ${EndIf}
!macroend

!macro TellShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; --------------------------------------------------------------------------------------------------------- Installing

Section "-Look"
  Call RefuseToGoBack
  ReadRegStr $OldFolder HKCU "${OWN_KEY}" "InstallDir"
  !insertmacro RefuseWhileRunning "$INSTDIR"
  ${If} $OldFolder != ""
    !insertmacro RefuseWhileRunning "$OldFolder"
  ${EndIf}
SectionEnd

; All new files are written beside the old ones before the first of those is replaced: never half of each.
Section "-Files" FILES_SECTION
  SetOverwrite try
  ClearErrors
  SetOutPath "$INSTDIR"
  File "/oname=${EXE}.new" "${PROGRAM}"
  File "/oname=${SOTG}.new" "${COMMAND_LINE}"
  File "/oname=${DLL}.new" "${LOADER}"
  WriteUninstaller "$INSTDIR\uninstall.exe.new"
  ${If} ${Errors}
    Call StopUnwritten
  ${EndIf}
  ; The same folder may be written in two ways; then the new file is seen there too.
  ${If} ${FileExists} "$OldFolder\${EXE}.new"
    StrCpy $OldFolder ""
  ${EndIf}
  !insertmacro Replace "${EXE}"
  !insertmacro Replace "${SOTG}"
  !insertmacro Replace "${DLL}"
  !insertmacro Replace "uninstall.exe"
  ${If} $OldFolder != ""
    !insertmacro RemoveProgramFiles "$OldFolder"
    Delete "$OldFolder\uninstall.exe"
    RMDir "$OldFolder"
  ${EndIf}
SectionEnd

Section "-Entries"
  Call WriteShortcuts
  Call WriteRegistry
  !insertmacro TellShell
  ; Last: it may take minutes, and whatever comes of it the program is installed.
  Call CareForWebView2
SectionEnd

; A book that the newer version has opened may be unreadable for this one.
Function RefuseToGoBack
  ReadRegStr $0 HKCU "${OWN_KEY}" "VersionNumbers"
  ReadRegStr $3 HKCU "${OWN_KEY}" "Version"
  ${If} $0 == ""
    Return
  ${EndIf}
  ${VersionCompare} $0 "${VERSION_NUMBERS}" $1
  ${If} $1 <> 1
    Return
  ${EndIf}
  ${If} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(NEWER_IS_THERE)" /SD IDNO IDNO`
    SetErrorLevel 7
    Abort
  ${EndIf}
FunctionEnd

Function StopUnwritten
  !insertmacro RemoveNewFiles "$INSTDIR"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  MessageBox MB_OK|MB_ICONSTOP "$(NOT_WRITTEN)" /SD IDOK
  SetErrorLevel 4
  Abort
FunctionEnd

; On an upgrade a shortcut that was thrown away stays away.
Function WriteShortcuts
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0
  ReadRegStr $0 HKCU "${OWN_KEY}" "InstallDir"
  ${If} $0 != ""
  ${AndIfNot} ${FileExists} "$DESKTOP\${APP}.lnk"
    Return
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/NODESKTOP" $R1
  ${If} ${Errors}
    CreateShortcut "$DESKTOP\${APP}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0
  ${EndIf}
FunctionEnd

Function WriteRegistry
  WriteRegStr HKCU "${OWN_KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${OWN_KEY}" "Version" "${VERSION}"
  WriteRegStr HKCU "${OWN_KEY}" "VersionNumbers" "${VERSION_NUMBERS}"
  WriteRegStr HKCU "${OWN_KEY}" "Language" "$LANGUAGE"

  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "$(FILE_KIND)"
  ; The icon of plan files, by the number that src-tauri/build.rs gives it.
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" '"$INSTDIR\${EXE}",-32513'
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  WriteRegStr HKCU "${PATH_KEY}" "" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${PATH_KEY}" "Path" "$INSTDIR"

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${APP}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ; What we brought, not what else lies in the folder.
  SectionGetSize ${FILES_SECTION} $0
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
FunctionEnd

; ------------------------------------------------------------------------------------------------------- Uninstalling

Section "Uninstall"
  !insertmacro RefuseWhileRunning "$INSTDIR"
  ClearErrors
  !insertmacro RemoveProgramFiles "$INSTDIR"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_REMOVED)" /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  ; Not among those that must go: with _?= it is the running one.
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APP}.lnk"
  Delete "$DESKTOP\${APP}.lnk"
  Call un.RemoveFileKind
  DeleteRegKey HKCU "${PATH_KEY}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${OWN_KEY}"
  !insertmacro TellShell
  ; Copies of pages, which the engine makes anew. The book lies in another folder, which is not touched.
  RMDir /r "$LOCALAPPDATA\vn.sotuyengiao.app\EBWebView"
  RMDir "$LOCALAPPDATA\vn.sotuyengiao.app"
SectionEnd

; Another program may have taken the file type over: what is its own stays.
Function un.RemoveFileKind
  ReadRegStr $0 HKCU "${CLASSES}\${EXTENSION}" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue HKCU "${CLASSES}\${EXTENSION}" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}"
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
FunctionEnd
