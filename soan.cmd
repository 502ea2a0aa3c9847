@echo off
rem Soan noi dung thu tuc: nhay dup vao tep nay. Lan dau tu cai dat (can Python 3.11 tro len va mang), sau do khong can mang.
setlocal
chcp 65001 >nul
pushd "%~dp0"
set PYTHONUTF8=1
if exist ".venv\Scripts\tthc.exe" goto start
where py >nul 2>nul
if errorlevel 1 (
  echo Máy này chưa có Python. Cài Python 3.11 trở lên, đánh dấu “py launcher”, rồi mở lại tệp này.
  pause
  exit /b 2
)
echo Đang cài đặt lần đầu, mất vài phút…
py -3 -m venv .venv || goto failed
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check -e ".[import]" || goto failed
:start
echo Trang soạn sẽ mở trong trình duyệt. Đóng cửa sổ này là dừng.
".venv\Scripts\tthc.exe" edit %*
if errorlevel 1 pause
exit /b %errorlevel%
:failed
echo Chưa cài đặt được. Chụp màn hình này gửi người phụ trách kỹ thuật.
pause
exit /b 2
