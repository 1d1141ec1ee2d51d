/*
 * Says why the page stays empty or bare, where a script or style that it begins with does not come: without them nothing
 * else is there to say it. It runs before all of them, so as to hear of each.
 */
(function () {
  const patience = 9
  let seconds = 0
  let notice = null
  let failed = false
  /** The styles that the page itself names: parts that come later have their own, and see to them. */
  let styles = []

  document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') styles = [...document.querySelectorAll('head > link[rel=stylesheet]')]
    look()
  })
  window.addEventListener('error', ({ target }) => {
    failed ||= target instanceof HTMLScriptElement || target === window
    look()
  }, true)
  const timer = setInterval(() => {
    seconds++
    look()
  }, 1000)

  const hasBegun = () => (document.getElementById('app')?.childElementCount ?? 0) > 0
  /** One that the server refused is there, without a rule; that of a network which broke down may not be read. */
  function isMissing({ sheet }) {
    try {
      return !sheet || sheet.cssRules.length === 0
    }
    catch {
      return true
    }
  }

  function look() {
    const missing = styles.filter(isMissing)
    if (hasBegun() && missing.length === 0) return end()
    if (failed && !hasBegun()) say('This page could not be loaded: a part of it did not come, or came broken.')
    else if (missing.length > 0 && document.readyState === 'complete') say('The style of this page did not come.')
    else if (seconds >= patience) {
      // The browser shows nothing before it has these.
      for (const link of missing) Object.assign(link, { media: 'not all', onload: () => void (link.media = 'all') })
      say(`A part of this page has not come for ${seconds} seconds: the network is slow, or stuck.`)
    }
  }

  function end() {
    if (document.readyState !== 'complete') return
    clearInterval(timer)
    notice?.remove()
  }

  /** The browser may have kept what came in a file's place, and a reload would take it from there. */
  async function again() {
    const signal = AbortSignal.timeout(5000)
    const named = [...document.querySelectorAll('script[src], head > link[href]')].map(({ src, href }) => src || href)
    await Promise.allSettled(named.map(url => fetch(url, { cache: 'reload', signal })))
    location.reload()
  }

  function say(words) {
    if (notice || !document.body) return
    notice = document.createElement('div')
    notice.setAttribute('role', 'alert')
    notice.className = 'arrival-notice'
    notice.style.cssText = 'position:fixed;z-index:1000;inset:12px 12px auto;max-width:640px;margin:auto;padding:12px 16px;border:1px solid #b3261e;border-radius:4px;background:#fff;color:#1c1b18;font:16px/1.4 system-ui,sans-serif'
    const button = document.createElement('button')
    button.textContent = 'Try again'
    button.style.cssText = 'display:block;min-height:44px;margin-top:8px;padding:0 14px;border:1px solid #77736a;border-radius:4px;background:#f4f1ea;color:#1c1b18;font:inherit;cursor:pointer'
    button.onclick = again
    notice.append(words, ' What you typed here before is kept.', button)
    document.body.append(notice)
  }
})()
