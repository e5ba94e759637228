// What people do in the window, screen by screen: `before` makes ready, `act` finds what is pressed and gives what presses it,
// `isDone` says what must be seen afterwards, `after` makes it undone. Only from the press on is
// measured: what is typed before it was drawn letter by letter.
window.actions = ({ one, all, named, key, type, set, until, sleep }) => {
  const HAS = {
    overview: ".overview",
    timeline: "[data-page=timeline] [data-code]",
    checklist: "[data-row]",
    figures: "[data-place]",
    reports: "main .ProseMirror",
    history: "main time",
    board: "[role=treegrid] .body [role=row]",
    register: "[role=grid] [role=row][aria-selected]",
    units: "[role=treeitem]",
    congresses: "button[data-unit]",
    inbox: "main .zone",
    consolidation: "main table tbody tr",
    ledger: "main .filters [role=status]",
  };
  const shows = (selector) => document.querySelector(selector) !== null;
  const grid = () => one("[role=grid], [role=treegrid]");
  const count = () =>
    Number(
      document
        .querySelector("[role=grid], [role=treegrid]")
        ?.getAttribute("aria-rowcount"),
    );
  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  const text = (selector) =>
    document.querySelector(selector)?.textContent.trim() ?? "";
  /** Something as it was before the act. */
  let was;

  async function go(hash) {
    if (document.querySelector("dialog[open]"))
      throw new Error(`a dialog is open: ${text("dialog[open]")}`);
    const screen = /^#\/(\w+)/.exec(hash)[1];
    location.hash = hash;
    await until(
      () => shows(HAS[screen]) && !shows("main [aria-busy=true]"),
      hash,
    );
    await sleep(100);
  }
  const at = (hash) => () => go(hash);
  async function undo() {
    const before = all(".toast").length;
    key(document.body, "z", { ctrlKey: true });
    await until(() => all(".toast").length > before, "taking back");
    await sleep(300);
  }
  async function closeDialog() {
    one("dialog[open]").close();
    await until(() => !shows("dialog[open]"));
    await sleep(50);
  }
  const isChanged = () => shows(".toast") && !shows("dialog[open]");
  const submit = () => {
    const button = one("dialog[open] button[type=submit]");
    return () => button.click();
  };
  const field = (label, within) => {
    const found = all(`${within} label`).find((one) =>
      one.textContent.trim().startsWith(label),
    );
    if (!found) throw new Error(`no field ${label}`);
    return found.control ?? document.getElementById(found.htmlFor);
  };

  const nothing = {
    screen: "frame",
    name: "nothing: what two frames take by themselves",
    before: async () => (was = true),
    act: () => () => (was = false),
    isDone: () => !was,
  };

  const opened = Object.entries(HAS).map(([screen, selector]) => ({
    screen,
    name: `open ${screen}`,
    before: at(screen === "overview" ? "#/history" : "#/overview"),
    act() {
      const link = one(`nav a[href="#/${screen}"]`);
      return () => link.click();
    },
    isDone: () => shows(selector) && !shows("main [aria-busy=true]"),
  }));

  const tab = (screen) => ({
    screen,
    name: `${screen}: another phase`,
    before: async () => {
      await go(`#/${screen}/dot1`);
    },
    act() {
      const next = one("[role=tab][data-phase=dot2]");
      return () => next.click();
    },
    isDone: () =>
      one("[role=tab][data-phase=dot2]").getAttribute("aria-selected") ===
        "true" &&
      shows(HAS[screen]) &&
      !shows("main [aria-busy=true]"),
  });

  /** Types a word letter by letter, one a run, which leaves the screen narrowed; `look` shows what is found. */
  const typing = (screen, hash, word, look) => ({
    screen,
    name: `${screen}: a letter of a search`,
    before: async (run) => {
      if (run > 0 && run % word.length > 0) return;
      await go("#/overview");
      await go(hash);
    },
    act(run) {
      const box = one("main input[type=search]");
      was = look();
      return () => type(box, word.slice(0, (run % word.length) + 1));
    },
    isDone: () => look() !== was,
    after: async () => {
      await sleep(30);
    },
  });

  const press = (screen, name, hash, button, isDone, after) => ({
    screen,
    name: `${screen}: ${name}`,
    before: at(hash),
    act() {
      const found = button();
      return () => found.click();
    },
    isDone,
    after,
  });

  /** The line meant is the last in view, so that the next key scrolls. */
  async function toTheTop(box) {
    box.scrollTop = 0;
    key(box, "Home");
    await sleep(50);
    key(box, "PageDown");
    await sleep(100);
  }
  const scroll = (screen, hash, box, name, how) => ({
    screen,
    name: `${screen}: ${name}`,
    before: async () => {
      await go(hash);
      await toTheTop(box());
    },
    act() {
      was = box().scrollTop;
      return () => how(box());
    },
    isDone: () => box().scrollTop !== was,
  });
  const scrolls = (screen, hash, box) => [
    scroll(screen, hash, box, "a page further", (element) =>
      key(element, "PageDown"),
    ),
    scroll(screen, hash, box, "to the end", (element) => key(element, "End")),
  ];

  // The register -----------------------------------------------------------------------------------------------------------
  const MISSING = "#/register/dot1?filter=missing";
  async function select(n) {
    await go(MISSING);
    key(grid(), "Escape");
    key(grid(), "Home");
    if (n === 1) key(grid(), " ");
    for (let at = 1; at < n; at += 1)
      key(grid(), "ArrowDown", { shiftKey: true });
    await until(
      () => text("main [role=toolbar] strong").startsWith(`${n} `),
      `${n} selected`,
    );
  }
  async function askForReceipt(n) {
    await select(n);
    key(grid(), "Enter");
    await until(() => shows("dialog[open] button[type=submit]"));
    await sleep(100);
  }
  const record = (n) => ({
    screen: "register",
    name: `register: record ${n === 1 ? "a report" : `${n} reports at once`}`,
    before: () => askForReceipt(n),
    act() {
      was = count();
      return submit();
    },
    isDone: () => isChanged() && count() === was - n,
    after: undo,
  });
  const takeBack = (n) => ({
    screen: "register",
    name: `register: take back ${n === 1 ? "a report" : `${n} reports`}`,
    before: async () => {
      await askForReceipt(n);
      was = count();
      submit()();
      await until(() => isChanged() && count() === was - n);
    },
    act: () => () => key(document.body, "z", { ctrlKey: true }),
    isDone: () => count() === was,
  });
  const received = () =>
    all("[role=grid] [role=row][aria-selected]").find((row) =>
      row.textContent.includes("Đã nhận"),
    );
  let row;
  const register = [
    tab("register"),
    ...["Quá hạn", "Chưa có", "Đã nhận"].map((name) =>
      press(
        "register",
        `filter «${name}»`,
        "#/register/dot1",
        () => named(name, "main .seg"),
        () => isPressed(named(name, "main .seg")) && shows(HAS.register),
      ),
    ),
    ...scrolls("register", "#/register/dot1", grid),
    press(
      "register",
      "structure of today",
      "#/register/dot1",
      () => named("Cơ cấu hôm nay"),
      () =>
        isPressed(named("Cơ cấu hôm nay")) &&
        shows(HAS.register) &&
        !shows("main [aria-busy=true]"),
      async () => named("Cơ cấu lúc đó").click(),
    ),
    {
      screen: "register",
      name: "register: select a unit",
      before: () =>
        select(1)
          .then(() => key(grid(), "Escape"))
          .then(() => sleep(50)),
      act() {
        const line = one(HAS.register);
        return () => line.click();
      },
      isDone: () => shows("main [role=toolbar] strong"),
    },
    {
      screen: "register",
      name: "register: select all units",
      before: () =>
        select(1)
          .then(() => key(grid(), "Escape"))
          .then(() => sleep(50)),
      act: () => () => key(grid(), "a", { ctrlKey: true }),
      isDone: () => shows("main [role=toolbar] strong"),
      after: async () => key(grid(), "Escape"),
    },
    {
      screen: "register",
      name: "register: form of a report",
      before: () => select(1),
      act: () => () => key(grid(), "Enter"),
      isDone: () => shows("dialog[open] button[type=submit]"),
      after: closeDialog,
    },
    record(1),
    record(100),
    {
      screen: "register",
      name: "register: accept a report",
      before: async () => {
        await go("#/register/dot1?filter=there");
        row = received().id;
        document
          .getElementById(row)
          .dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
        await until(() => shows("dialog[open] select"));
        set(one("dialog[open] select"), "accepted");
        await sleep(100);
      },
      act: submit,
      isDone: () =>
        isChanged() &&
        document.getElementById(row)?.textContent.includes("Chấp nhận"),
      after: undo,
    },
    takeBack(1),
    takeBack(100),
    {
      screen: "register",
      name: "register: drawer of a unit",
      before: () => select(1),
      act: () => () => key(grid(), "o"),
      isDone: () => shows("aside details li"),
      after: async () => named("Đóng", "aside").click(),
    },
    press(
      "register",
      "reminders",
      "#/register/dot1",
      () => named("Đôn đốc…"),
      () => shows("dialog[open] li"),
      closeDialog,
    ),
    {
      screen: "register",
      name: "register: form of the letter",
      before: async () => {
        await go("#/register/dot1");
        named("Đôn đốc…").click();
        await until(() => shows("dialog[open] li"));
        await sleep(50);
      },
      act() {
        const button = named("Công văn Word…", "dialog");
        return () => button.click();
      },
      isDone: () => shows("dialog[open] form"),
      after: closeDialog,
    },
    typing("register", "#/register/dot1", "tam", count),
  ];

  // The board --------------------------------------------------------------------------------------------------------------
  const toAll = async () => named("Tất cả", "main .seg").click();
  const board = [
    ...["Dưới 50 %", "Có báo cáo trễ"].map((name) =>
      press(
        "board",
        `filter «${name}»`,
        "#/board",
        () => named(name, "main .seg"),
        () => isPressed(named(name, "main .seg")),
        toAll,
      ),
    ),
    press(
      "board",
      "one list",
      "#/board",
      () => named("Một danh sách"),
      () => isPressed(named("Một danh sách")),
      async () => named("Một danh sách").click(),
    ),
    ...["Đơn vị", "Chung"].map((name) => ({
      screen: "board",
      name: `board: sort by «${name}»`,
      before: at("#/board"),
      act() {
        const button = named(`Xếp theo ${name}`);
        was = button.closest("[role=columnheader]").getAttribute("aria-sort");
        return () => button.click();
      },
      isDone: () =>
        named(`Xếp theo ${name}`)
          .closest("[role=columnheader]")
          .getAttribute("aria-sort") !== was,
    })),
    press(
      "board",
      "fold a unit",
      "#/board",
      keepThen(() => one("[role=treegrid] .body .fold")),
      () => count() !== was,
      async () => one("[role=treegrid] .body .fold").click(),
    ),
    {
      ...press(
        "board",
        "unfold a unit",
        "#/board",
        keepThen(() => one("[role=treegrid] .body .fold")),
        () => count() !== was,
      ),
      before: async () => {
        await go("#/board");
        one("[role=treegrid] .body .fold").click();
        await sleep(100);
      },
    },
    press(
      "board",
      "fold all",
      "#/board",
      keepThen(() => named("Thu gọn hết")),
      () => count() !== was,
      async () => named("Mở hết").click(),
    ),
    {
      ...press(
        "board",
        "unfold all",
        "#/board",
        keepThen(() => named("Mở hết")),
        () => count() !== was,
      ),
      before: async () => {
        await go("#/board");
        named("Thu gọn hết").click();
        await sleep(100);
      },
    },
    ...scrolls("board", "#/board", grid),
    press(
      "board",
      "drawer of a unit",
      "#/board",
      () => all("[role=treegrid] .body [role=row]")[3],
      () => shows("aside details li"),
      async () => named("Đóng", "aside").click(),
    ),
    typing("board", "#/board", "tam", count),
  ];
  function keepThen(find) {
    return () => {
      was = count();
      return find();
    };
  }

  // Units ------------------------------------------------------------------------------------------------------------------
  const tree = () => one("[role=tree]");
  const shownUnits = () => text("main .count");
  const height = () => document.querySelector("[role=tree] .all")?.style.height;
  const ofTree = (name, find, after) =>
    press(
      "units",
      name,
      "#/units",
      () => {
        was = height();
        return find();
      },
      () => height() !== was,
      after,
    );
  const openAll = async () => {
    await go("#/units");
    if (
      all("main button").some(
        (button) => button.textContent.trim() === "Mở hết",
      )
    )
      named("Mở hết").click();
    await sleep(100);
  };
  async function chooseUnit() {
    await go("#/units");
    one(HAS.units).click();
    await until(() => shows("main header h2"));
    await sleep(150);
  }
  const units = [
    {
      ...press(
        "units",
        "page of a unit",
        "#/units",
        () => one(HAS.units),
        () => shows("main header h2"),
      ),
    },
    ofTree(
      "unfold a unit",
      () => one("[role=treeitem] .twist:has(svg)"),
      async () => one("[role=treeitem] .twist:has(svg)").click(),
    ),
    ofTree(
      "unfold all",
      () => named("Mở hết"),
      async () => named("Thu gọn", "main .head").click(),
    ),
    {
      ...ofTree("fold all", () => named("Thu gọn", "main .head")),
      before: openAll,
    },
    ...scrolls("units", "#/units", tree).map((action) => ({
      ...action,
      before: async () => {
        await openAll();
        await toTheTop(tree());
      },
    })),
    {
      screen: "units",
      name: "units: structure of another day",
      before: async () => {
        await go("#/units");
        type(one("main .day input"), "01/01/2022");
        await sleep(100);
      },
      act() {
        const day = one("main .day input");
        was = shownUnits();
        return () => day.dispatchEvent(new Event("change", { bubbles: true }));
      },
      isDone: () => shownUnits() !== was && shows(".as-of"),
      after: async () => {
        named("Về hôm nay").click();
        await until(() => shownUnits() === was);
      },
    },
    {
      screen: "units",
      name: "units: add a unit",
      before: async (run) => {
        await go("#/units");
        named("Thêm đơn vị").click();
        await until(() => shows("dialog[open] form"));
        type(
          field("Tên đơn vị", "dialog[open]"),
          `Công đoàn cơ sở đo thử ${run}`,
        );
        await sleep(100);
      },
      act() {
        was = shownUnits();
        return submit();
      },
      isDone: () => isChanged() && shownUnits() !== was,
      after: undo,
    },
    {
      screen: "units",
      name: "units: rename a unit",
      before: async (run) => {
        await chooseUnit();
        named("Đổi tên…").click();
        await until(() => shows("dialog[open] form"));
        type(
          field("Tên mới", "dialog[open]"),
          `Liên đoàn Lao động đo thử ${run}`,
        );
        set(field("Có hiệu lực từ ngày", "dialog[open]"), "01/06/2023");
        await sleep(100);
      },
      act: submit,
      isDone: (run) =>
        isChanged() &&
        text("main header h2") === `Liên đoàn Lao động đo thử ${run}`,
      after: undo,
    },
    {
      screen: "units",
      name: "units: change a fact",
      before: async (run) => {
        await chooseUnit();
        named("Sửa thông tin và liên hệ").click();
        await until(() => shows("main form"));
        type(field("Ban, bộ phận theo dõi", "main form"), `Ban đo thử ${run}`);
        await sleep(100);
      },
      act() {
        const button = one("main form button[type=submit]");
        return () => button.click();
      },
      isDone: (run) =>
        isChanged() &&
        !shows("main form") &&
        text("main dl").includes(`Ban đo thử ${run}`),
      after: undo,
    },
    typing("units", "#/units", "tam", shownUnits),
  ];

  // Congresses -------------------------------------------------------------------------------------------------------------
  const list = () => one("main .list.scroll");
  const congresses = [
    press(
      "congresses",
      "filter «Tất cả»",
      "#/congresses",
      () => named("Tất cả", "main .seg"),
      () => isPressed(named("Tất cả", "main .seg")) && shows(HAS.congresses),
    ),
    scroll(
      "congresses",
      "#/congresses?filter=all",
      list,
      "a page further",
      (box) => box.scrollBy(0, box.clientHeight),
    ),
    scroll("congresses", "#/congresses?filter=all", list, "to the end", (box) =>
      box.scrollTo(0, box.scrollHeight),
    ),
    press(
      "congresses",
      "form of a congress",
      "#/congresses?filter=all",
      () => one(HAS.congresses),
      () => shows("dialog[open] form"),
      closeDialog,
    ),
    {
      screen: "congresses",
      name: "congresses: save a congress",
      before: async (run) => {
        await go("#/congresses?filter=all");
        one(HAS.congresses).click();
        await until(() => shows("dialog[open] form"));
        type(field("Địa điểm", "dialog[open]"), `Hội trường đo thử ${run}`);
        await sleep(100);
      },
      act: submit,
      isDone: (run) =>
        isChanged() && text("main tbody").includes(`Hội trường đo thử ${run}`),
      after: undo,
    },
    typing("congresses", "#/congresses?filter=all", "tam", () =>
      text("main .list"),
    ),
  ];

  // Our own work -----------------------------------------------------------------------------------------------------------
  let code;
  const own = [
    tab("checklist"),
    {
      screen: "checklist",
      name: "checklist: tick an activity",
      before: async () => {
        await go("#/checklist/dot1");
        code = one("[data-tick][aria-checked=false]").dataset.tick;
      },
      act() {
        const box = one(`[data-tick="${code}"]`);
        return () => box.click();
      },
      isDone: () =>
        isChanged() &&
        one(`[data-tick="${code}"]`).getAttribute("aria-checked") === "true",
      after: undo,
    },
    {
      screen: "checklist",
      name: "checklist: take a tick back",
      before: async () => {
        await go("#/checklist/dot1");
        code = one("[data-tick][aria-checked=false]").dataset.tick;
        one(`[data-tick="${code}"]`).click();
        await until(isChanged);
        await sleep(200);
      },
      act: () => () => key(document.body, "z", { ctrlKey: true }),
      isDone: () =>
        one(`[data-tick="${code}"]`).getAttribute("aria-checked") === "false",
    },
    {
      screen: "checklist",
      name: "checklist: drawer of an activity",
      before: at("#/checklist/dot1"),
      act() {
        const hash = `#/checklist/dot1?activity=${encodeURIComponent(one("[data-row]").dataset.row)}`;
        return () => (location.hash = hash);
      },
      isDone: () => shows("aside section"),
      after: async () => named("Đóng", "aside").click(),
    },
    tab("figures"),
    {
      screen: "figures",
      name: "figures: enter a figure",
      before: async (run) => {
        await go("#/figures/dot2");
        const box = one("input[data-place]");
        box.focus();
        type(box, String(1_101 + run));
        await sleep(100);
      },
      act() {
        const box = one("input[data-place]");
        return () => key(box, "Enter");
      },
      isDone: (run) =>
        one("input[data-place]")
          .closest("tr")
          .textContent.includes(`1.${String(101 + run).slice(-3)}`),
      after: undo,
    },
    {
      screen: "frame",
      name: "search: open (Ctrl+K)",
      before: at("#/overview"),
      act: () => () => key(document.body, "k", { ctrlKey: true }),
      isDone: () => shows("dialog[open] [role=option]"),
      after: closeDialog,
    },
    {
      screen: "frame",
      name: "search: a letter",
      before: async () => {
        await go("#/overview");
        key(document.body, "k", { ctrlKey: true });
        await until(() => all("dialog[open] [role=option]").length > 10);
      },
      act() {
        const box = one("dialog[open] input");
        was = text("dialog[open] [role=listbox]");
        return () => type(box, "b");
      },
      isDone: () => text("dialog[open] [role=listbox]") !== was,
      after: closeDialog,
    },
  ];

  return [
    nothing,
    ...opened,
    ...own,
    ...board,
    ...register,
    ...units,
    ...congresses,
  ];
};
