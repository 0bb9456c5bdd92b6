@node "%~dp0..\dist\native\index.js" %*
