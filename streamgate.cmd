@echo off
rem StreamGate from the sources on Windows: finds a JDK 25, builds what is stale, runs a verb.
rem Exit status: 0 done, 1 failed, 2 wrong usage. The same verbs as ./streamgate, except bench.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "VERB=%~1"
if not defined VERB goto usage_error
if "%VERB%"=="--help" goto usage
if "%VERB%"=="-h" goto usage
if "%VERB%"=="help" if "%~2"=="" goto usage
if "%VERB%"=="bench" goto elsewhere

set "REST="
shift
:rest
if "%~1"=="" goto rest_done
set REST=%REST% %1
shift
goto rest
:rest_done

set "FOUND="
call :try_java "%JAVA_HOME%"
for %%P in (
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\BellSoft"
  "%ProgramFiles%\Amazon Corretto"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%USERPROFILE%\.jdks"
) do for /d %%D in ("%%~P\*") do call :try_java "%%~D"
for /f "delims=" %%J in ('where java 2^>nul') do call :try_java "%%~dpJ.."
if not defined FOUND goto no_java
set "JAVA_HOME=%FOUND%"

if "%VERB%"=="test" goto test
if "%VERB%"=="format" goto format
if "%VERB%"=="package" goto package
if "%VERB%"=="clean" goto clean
if "%VERB%"=="console" goto console

call :build stream-server || exit /b 1
set "HEAP=-Xmx512m -XX:CompileThresholdScaling=3"
"%JAVA_HOME%\bin\java" -Xms64m %HEAP% --enable-native-access=ALL-UNNAMED "-Dstreamgate.home=%ROOT%" %STREAMGATE_JAVA_OPTS% -jar "%ROOT%\stream-server\target\stream-server.jar" "%VERB%" %REST%
exit /b %ERRORLEVEL%

:console
call :build admin-desktop || exit /b 1
"%JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED "-Dstreamgate.home=%ROOT%" %STREAMGATE_JAVA_OPTS% -cp "%ROOT%\admin-desktop\target\admin-desktop.jar;%ROOT%\admin-desktop\target\lib\*" dev.streamgate.console.ConsoleLauncher %REST%
exit /b %ERRORLEVEL%

:test
call :need mvn node npm ffmpeg ffprobe || exit /b 1
call :find_chromium
if not defined CHROMIUM echo The tests need Chrome or Chromium. Set CHROMIUM to its program file.>&2& exit /b 1
call :maven verify %REST%
exit /b %ERRORLEVEL%

:format
call :need mvn || exit /b 1
call :maven -q spotless:apply %REST%
exit /b %ERRORLEVEL%

:package
call :need mvn node npm || exit /b 1
call :maven -Ppackage -DskipTests -pl installer -am package %REST%
exit /b %ERRORLEVEL%

:clean
call :need mvn || exit /b 1
call :maven -q clean %REST%
exit /b %ERRORLEVEL%

rem ---- Parts -------------------------------------------------------------------------------------------------

rem Sets FOUND to the first folder which holds a JDK 25.
:try_java
if defined FOUND exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /r /c:"^JAVA_VERSION=.25[^0-9]" "%~1\release" >nul 2>nul && set "FOUND=%~f1"
exit /b 0

:need
if "%~1"=="" exit /b 0
where "%~1" >nul 2>nul || (echo There is no "%~1" on the PATH, and this verb needs it.>&2& exit /b 1)
shift
goto need

:find_chromium
if defined CHROMIUM exit /b 0
for %%C in (
  "%ProgramFiles%\Google\Chrome\Application\chrome.exe"
  "%LOCALAPPDATA%\Google\Chrome\Application\chrome.exe"
  "%LOCALAPPDATA%\Chromium\Application\chrome.exe"
) do if exist "%%~C" set "CHROMIUM=%%~C"
exit /b 0

:maven
pushd "%ROOT%"
call mvn -B %*
set "STATUS=%ERRORLEVEL%"
popd
if not "%STATUS%"=="0" exit /b 1
exit /b 0

rem Builds a module and what it needs, unless its stamp is newer than every source.
:build
set "MODULE=%~1"
set "STAMP=%ROOT%\target\built-%MODULE%"
if not exist "%ROOT%\%MODULE%\target\%MODULE%.jar" goto build_now
if not exist "%STAMP%" goto build_now
powershell -NoProfile -Command "$s = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; Set-Location -LiteralPath $env:ROOT; $n = Get-ChildItem -Recurse -File pom.xml, .mvn, docs\openapi.yaml, shared-model, $env:MODULE | Where-Object { $_.LastWriteTimeUtc -gt $s -and $_.FullName.Substring($env:ROOT.Length) -notmatch '\\(target|node_modules|dist|coverage|src\\test)\\' } | Select-Object -First 1; if ($n) { exit 1 }; exit 0"
if not errorlevel 1 exit /b 0
:build_now
call :need mvn node npm || exit /b 1
echo Building %MODULE% (the first time takes a few minutes) ...>&2
if not exist "%ROOT%\target" mkdir "%ROOT%\target"
type nul >"%STAMP%.new"
call :maven -q -DskipTests -pl %MODULE% -am package >"%ROOT%\target\build-%MODULE%.log" 2>&1
if errorlevel 1 (
  type "%ROOT%\target\build-%MODULE%.log" >&2
  exit /b 1
)
move /y "%STAMP%.new" "%STAMP%" >nul
exit /b 0

:no_java
echo StreamGate needs a JDK 25, and there is none in JAVA_HOME, in the usual folders or on the PATH.>&2
echo Get one with: winget install EclipseAdoptium.Temurin.25.JDK>&2
echo Installed somewhere else? Set JAVA_HOME to its folder.>&2
exit /b 1

:elsewhere
echo On Windows this verb is not available yet; ./streamgate has it on Linux and macOS.>&2
exit /b 1

:usage_error
call :usage >&2
exit /b 2

:usage
echo StreamGate: codes in front of an HLS stream.
echo Usage: streamgate ^<verb^> [options]        streamgate ^<verb^> --help says more
echo.
echo Try it      demo, console
echo Run it      serve, stop, doctor, backup, restore, reset-password, hash-password, generate-secret,
echo             completion, manual
echo Fill it     seed, create-event, add-vod
echo Develop it  test, format, package, clean
echo.
echo STREAMGATE_JAVA_OPTS holds further options for the Java machine, separated by blanks.
exit /b 0
