; What the installer says. Variables that a text names are set where it is shown: $3 the installed version, $R7 the exit
; code of WebView2's installer.

!define TOO_OLD "${APP} cần Windows 10 hoặc Windows 11, loại 64 bit. Máy này không cài được.$\r$\n$\r$\n\
  ${APP} needs Windows 10 or 11, 64-bit. It cannot be installed on this PC."

LangString WELCOME_TITLE ${LANG_VIETNAMESE} "Cài đặt ${APP} ${VERSION}"
LangString WELCOME_TITLE ${LANG_ENGLISH} "${APP} ${VERSION} setup"
LangString WELCOME_TEXT ${LANG_VIETNAMESE} "Phần mềm được cài cho riêng người đang dùng máy, không cần quyền quản trị \
  và không cần mạng.$\r$\n$\r$\nNếu máy đã có bản cũ, bản mới sẽ thay bản cũ; sổ và minh chứng được giữ nguyên.\
  $\r$\n$\r$\nBấm Tiến để tiếp tục."
LangString WELCOME_TEXT ${LANG_ENGLISH} "The program is installed for the present user only; neither administrator rights \
  nor a network are needed.$\r$\n$\r$\nAn older version is replaced; the book and its evidence stay as they are.\
  $\r$\n$\r$\nPress Next to continue."
LangString RUN_NOW ${LANG_VIETNAMESE} "Mở ${APP}"
LangString RUN_NOW ${LANG_ENGLISH} "Open ${APP}"
LangString BOOK_STAYS ${LANG_VIETNAMESE} "${APP} sẽ được gỡ khỏi máy. Sổ, minh chứng và bản sao không bị xóa: cài lại \
  phần mềm là mở được tiếp."
LangString BOOK_STAYS ${LANG_ENGLISH} "${APP} will be removed from this PC. The book, its evidence and copies are not \
  deleted: install the program again to go on with them."

LangString RUNNING ${LANG_VIETNAMESE} "${APP} đang chạy. Hãy lưu việc đang làm, đóng phần mềm, rồi bấm Thử lại (Retry)."
LangString RUNNING ${LANG_ENGLISH} "${APP} is running. Finish your work, close the program, then press Retry."
LangString NEWER_IS_THERE ${LANG_VIETNAMESE} "Máy đang có bản $3, mới hơn bản ${VERSION} này. Sổ đã dùng với bản mới có \
  thể không mở được bằng bản cũ.$\r$\n$\r$\nVẫn cài bản cũ?"
LangString NEWER_IS_THERE ${LANG_ENGLISH} "Version $3 is installed, which is newer than ${VERSION}. A book that was used \
  with the newer version may not open in the older one.$\r$\n$\r$\nInstall the older version all the same?"
LangString NOT_WRITTEN ${LANG_VIETNAMESE} "Không ghi được vào thư mục $INSTDIR. Ổ đĩa có thể đã đầy, hoặc thư mục không \
  cho phép ghi. Hãy chọn thư mục khác rồi cài lại. Bản cũ, nếu có, vẫn ở đó."
LangString NOT_WRITTEN ${LANG_ENGLISH} "The folder $INSTDIR cannot be written to. The disk may be full, or the folder may \
  be protected. Choose another folder and install again. An older version, if there is one, is still there."
LangString NOT_REMOVED ${LANG_VIETNAMESE} "Không xóa được hết các tệp của phần mềm trong thư mục $INSTDIR. Hãy khởi động \
  lại máy rồi gỡ lần nữa."
LangString NOT_REMOVED ${LANG_ENGLISH} "Not all files of the program in $INSTDIR can be removed. Restart the PC and \
  uninstall again."
LangString FILE_KIND ${LANG_VIETNAMESE} "Tệp kế hoạch ${APP}"
LangString FILE_KIND ${LANG_ENGLISH} "${APP} plan file"

LangString WEBVIEW2_INSTALLING ${LANG_VIETNAMESE} "Đang cài Microsoft Edge WebView2, có thể mất vài phút..."
LangString WEBVIEW2_INSTALLING ${LANG_ENGLISH} "Installing Microsoft Edge WebView2, this may take some minutes..."
LangString WEBVIEW2_MISSING ${LANG_VIETNAMESE} "${APP} đã được cài, nhưng máy chưa có Microsoft Edge WebView2 Runtime nên \
  chưa mở được cửa sổ.$\r$\n$\r$\nHãy chép tệp ${WEBVIEW2_OFFLINE} của Microsoft vào cùng thư mục với tệp cài đặt này \
  rồi cài lại, hoặc nhờ cán bộ công nghệ thông tin cài giúp."
LangString WEBVIEW2_MISSING ${LANG_ENGLISH} "${APP} is installed, but Microsoft Edge WebView2 Runtime is missing, so its \
  window cannot open yet.$\r$\n$\r$\nPut Microsoft's ${WEBVIEW2_OFFLINE} beside this installer and run it again, or ask \
  your IT officer."
LangString WEBVIEW2_FAILED ${LANG_VIETNAMESE} "${APP} đã được cài, nhưng không cài được Microsoft Edge WebView2 Runtime \
  (mã lỗi: $R7) nên chưa mở được cửa sổ.$\r$\n$\r$\nHãy chạy riêng tệp ${WEBVIEW2_OFFLINE} của Microsoft, hoặc nhờ cán bộ \
  công nghệ thông tin cài giúp."
LangString WEBVIEW2_FAILED ${LANG_ENGLISH} "${APP} is installed, but Microsoft Edge WebView2 Runtime could not be \
  installed (code: $R7), so its window cannot open yet.$\r$\n$\r$\nRun Microsoft's ${WEBVIEW2_OFFLINE} by itself, or ask \
  your IT officer."
