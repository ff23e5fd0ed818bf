// Runs before the first paint, so that nothing flashes and nothing moves once the other scripts have come.
(function (root) {
  root.dataset.js = '';
  if (navigator.clipboard) root.dataset.clipboard = '';
  // A changelog that is asked for a combination of filters: its list comes in a moment, instead of the one in the page.
  if (location.pathname.endsWith('/changelog/') && /[?&](product|kind|q|view|page)=./.test(location.search))
    root.dataset.asked = '';
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage is shut: the system's theme it is.
  }
})(document.documentElement);
