/*
 * Where a browser forbids storage (cookies blocked), the mere question for it raises an error, and Slidev's first such
 * line leaves the page blank. These stand in for it, while the page is open; `forgetful` tells that they are no real ones.
 */
(function () {
  for (const name of ['localStorage', 'sessionStorage']) {
    try {
      if (window[name]) continue
    }
    catch {
      // What follows is for this.
    }
    Object.defineProperty(window, name, { configurable: true, value: forgetfulStorage() })
  }

  function forgetfulStorage() {
    const texts = new Map()
    return {
      forgetful: true,
      get length() {
        return texts.size
      },
      key: index => [...texts.keys()][index] ?? null,
      getItem: key => texts.get(String(key)) ?? null,
      setItem: (key, text) => void texts.set(String(key), String(text)),
      removeItem: key => void texts.delete(String(key)),
      clear: () => texts.clear(),
    }
  }
})()
