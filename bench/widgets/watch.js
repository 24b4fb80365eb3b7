// Runs first in every frame: what a screen reader would be told, and what the policy of the page stopped.
(() => {
  const seen = { announced: 0, stopped: 0 };
  Object.defineProperty(window, "benchSeen", { value: seen });
  addEventListener("securitypolicyviolation", () => (seen.stopped += 1));

  const LIVE = ["log", "status", "alert"];
  const isLive = (node) => {
    for (let at = node; at; at = at.parentNode ?? at.host) {
      if (!(at instanceof Element)) continue;
      const told = at.getAttribute("aria-live");
      if (told === "off") return false;
      if (told === "polite" || told === "assertive" || LIVE.includes(at.getAttribute("role"))) return true;
    }
    return false;
  };
  const look = (root) =>
    new MutationObserver((changes) => {
      for (const change of changes) {
        const texts = change.type === "characterData" ? [change.target] : [...change.addedNodes];
        for (const node of texts) {
          // A region tells what is put into it, not what it came with.
          if (node.textContent?.includes("Dat heb ik gehoord.") && isLive(change.target)) seen.announced += 1;
        }
      }
    }).observe(root, { childList: true, subtree: true, characterData: true });
  look(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    look(root);
    return root;
  };
})();
