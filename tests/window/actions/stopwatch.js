// Measures in the page itself, so that the way through WebDriver costs nothing of what is measured: from the event to the
// second animation frame after the last change of the page.
(() => {
  /** Nothing more changes for so long: the page is at rest. */
  const QUIET_MS = 150;
  const PATIENCE_MS = 20_000;

  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const twoFrames = (then) =>
    requestAnimationFrame(() => requestAnimationFrame(then));
  const one = (selector) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const nameOf = (element) =>
    (element.getAttribute("aria-label") ?? element.textContent)
      .replace(/\s+/g, " ")
      .trim();
  /** The button, link or tab whose name begins like this. */
  const named = (name, within = "") => {
    const found = all(`${within} :is(button, a, [role=tab])`).find((element) =>
      nameOf(element).startsWith(name),
    );
    if (!found) throw new Error(`nothing is called «${name}»`);
    return found;
  };
  const key = (element, name, held = {}) => {
    const event = new KeyboardEvent("keydown", {
      key: name,
      bubbles: true,
      cancelable: true,
      ...held,
    });
    element.dispatchEvent(event);
  };
  const type = (element, text) => {
    element.value = text;
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  /** Chooses a value as a field is left. */
  const set = (element, text) => {
    type(element, text);
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };

  async function until(isTrue, what = String(isTrue)) {
    for (const start = performance.now(); !isTrue(); await sleep(10)) {
      if (performance.now() - start > PATIENCE_MS)
        throw new Error(`in vain: ${what}`);
    }
  }

  /** The pages of a report come when they are set, and have a limit of their own. */
  const isOfThePages = ({ target }) =>
    target instanceof Element && target.closest(".preview") !== null;

  /** Milliseconds from `act` to the frame that shows the last change it makes; `isDone` says what must come of it. */
  async function time(act, isDone) {
    if (isDone()) throw new Error(`there before anything was done: ${isDone}`);
    let [changedAt, shownAt, isDrawn] = [0, 0, true];
    const changed = () => {
      changedAt = performance.now();
      isDrawn = false;
      const at = changedAt;
      twoFrames(() => {
        if (at !== changedAt) return;
        shownAt = performance.now();
        isDrawn = true;
      });
    };
    const observer = new MutationObserver((changes) => {
      if (!changes.every(isOfThePages)) changed();
    });
    const what = {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    };
    observer.observe(document.documentElement, what);
    const start = performance.now();
    act();
    // Scrolling alone changes nothing of the page.
    changed();
    const isAtRest = () =>
      isDrawn && performance.now() - changedAt > QUIET_MS && isDone();
    await until(isAtRest, `${act} => ${isDone}`);
    observer.disconnect();
    return shownAt - start;
  }

  /** Messages of what was done go by themselves after a while, which is no part of the next action. */
  async function dismissMessages() {
    for (const button of all(".toast .shut")) button.click();
    await until(() => all(".toast").length === 0);
    await sleep(50);
  }

  const tools = { one, all, named, key, type, set, until, sleep };

  let found;
  const actions = () => (found ??= window.actions(tools));

  window.actionNames = () => actions().map(({ name }) => name);
  /** Does an action once, for the `run`-th time; gives milliseconds. */
  window.measure = async (name, run) => {
    const { before, act, isDone, after } = actions().find(
      (action) => action.name === name,
    );
    await before?.(run);
    await dismissMessages();
    const press = act(run);
    const milliseconds = await time(press, () => isDone(run));
    await after?.(run);
    return milliseconds;
  };
})();
