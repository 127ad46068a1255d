// Runs before the first paint, so that a dark or English page never flashes light or German.
// A file of its own, because the content security policy allows no inline script.
;(function () {
  var root = document.documentElement
  var read = function (key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  var scheme = read('mahnwerk.scheme')
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  root.lang = read('mahnwerk.language') === 'en' ? 'en' : 'de'
})()
