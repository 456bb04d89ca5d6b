/** What a browser is told when the server runs but the web client was never built. */
export const notBuiltPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Vispera is not built yet</title>
<h1>Vispera is not built yet</h1>
<p>The server runs, but its web client is missing. Stop the server and run <code>npm start</code>: it builds the client and starts the server again.</p>
</html>
`
