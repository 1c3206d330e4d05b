// Keeps the page equal to the pretend messengers: pieces of HTML come by one stream and take the place of older ones.
"use strict";

const all = (what, within = document) => [...within.querySelectorAll(what)];
const one = (what, within = document) => within.querySelector(what);
const windows = new Map(all(".window").map((el) => [el.dataset.side, newWindow(el)]));
const story = one("#story");
const unseen = new Set();

function newWindow(el) {
  const choice = one("select[name=as]", el);
  return { el, choice, log: one(".log", el), form: one(".composer", el), chat: "general", as: {}, about: null };
}

// --- Who looks at what ------------------------------------------------------------------------------------------

function chatOf(view) {
  return view.chat === "private" ? `private:${view.choice.value}` : view.chat;
}

function isShown(view, post) {
  const forThem = !post.dataset.only || post.dataset.only === view.choice.value;
  return post.dataset.chat === chatOf(view) && forThem;
}

function open(view, chat, who) {
  view.as[view.chat] = view.choice.value;
  view.chat = chat.startsWith("private:") ? "private" : chat;
  if (chat.startsWith("private:")) who = chat.slice("private:".length);
  const options = all("option", view.choice);
  for (const option of options) {
    option.disabled = option.hidden = view.chat === "staff" && !("staff" in option.dataset);
  }
  const wanted = [who, view.as[view.chat], view.choice.value].map((id) => options.find((o) => o.value === id && !o.disabled));
  const chosen = wanted.find(Boolean) || options.find((o) => !o.disabled);
  if (chosen) view.choice.value = chosen.value;
  forget(view);
  refresh(view);
  view.log.scrollTop = view.log.scrollHeight;
}

function refresh(view) {
  let shown = 0;
  for (const post of view.log.children) {
    post.hidden = !isShown(view, post);
    if (!post.hidden) shown += 1;
    if (!post.hidden || post.classList.contains("gone")) unseen.delete(post.id);
    const own = post.dataset.author === view.choice.value;
    for (const button of all("[data-edit], [data-delete]", post)) button.hidden = !own;
    post.classList.toggle("mine", own);
  }
  for (const tab of all("[data-open]", view.el)) {
    const chat = tab.dataset.open;
    tab.setAttribute("aria-pressed", String(chat === view.chat));
    const waiting = chat === "private" ? unseenFor(view, view.choice.value, true) : unseenIn(view, chat);
    const count = one(".count", tab);
    count.hidden = waiting === 0;
    count.textContent = waiting || "";
  }
  tellWhoWaits(view);
  const empty = one(".empty", view.el);
  empty.hidden = shown > 0;
  empty.textContent = emptyText(view);
}

function emptyText(view) {
  const name = view.choice.selectedOptions[0]?.dataset.name || "They";
  if (view.chat === "private") return `Nothing between ${name} and the bot yet.`;
  if (view.chat === "staff") return "Cards for the moderators appear here.";
  return "It is quiet here. Play a scene, or write something.";
}

function unseenPosts(view) {
  return [...unseen].map((id) => document.getElementById(id)).filter((post) => post && view.log.contains(post));
}

function unseenIn(view, chat) {
  return unseenPosts(view).filter((post) => post.dataset.chat === chat && !post.dataset.only).length;
}

function unseenFor(view, who, isPrivateChat) {
  const theirs = unseenPosts(view).filter((post) => post.dataset.reader === who);
  return isPrivateChat ? theirs.filter((post) => post.dataset.chat === `private:${who}`).length : theirs.length;
}

// What the bot said to one person alone would be easy to miss: offer to look through that person's eyes.
function tellWhoWaits(view) {
  const box = one(".waiting", view.el);
  const readers = new Map();
  for (const post of unseenPosts(view)) {
    const { reader, readerName } = post.dataset;
    if (reader && !(reader === view.choice.value && post.dataset.chat.startsWith("private:"))) readers.set(reader, [readerName, post.id]);
  }
  box.replaceChildren(...[...readers].map(([, [name, id]]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.show = id;
    button.textContent = `${name} got a private message`;
    return button;
  }));
}

function show(postId) {
  const post = document.getElementById(postId);
  const view = post && windows.get(post.closest(".window")?.dataset.side);
  if (!view) return;
  look(view.el.dataset.side);
  open(view, post.dataset.chat, post.dataset.only || undefined);
  post.scrollIntoView({ block: "nearest" });
  post.classList.remove("flash");
  void post.offsetWidth; // lets the animation begin anew
  post.classList.add("flash");
}

function look(column) {
  one("main").dataset.looking = column;
  for (const button of all("[data-look]")) {
    button.setAttribute("aria-pressed", String(button.dataset.look === column));
    if (button.dataset.look === column) button.classList.remove("news");
  }
}

function news(column) {
  if (one("main").dataset.looking !== column) one(`[data-look=${column}]`).classList.add("news");
}

// --- Pieces that come in ----------------------------------------------------------------------------------------

function pieces(html) {
  const template = document.createElement("template");
  template.innerHTML = html; // escaped on the server; the page's policy runs no script in it anyway
  return [...template.content.children];
}

function localTimes(within) {
  for (const time of all("time[datetime]", within)) {
    const at = new Date(time.dateTime);
    const seconds = "seconds" in time.dataset ? "2-digit" : undefined;
    time.textContent = "full" in time.dataset
      ? at.toLocaleString([], { dateStyle: "medium", timeStyle: "short" })
      : at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: seconds, hour12: false });
  }
}

function takePost(view, piece) {
  localTimes(piece);
  const old = document.getElementById(piece.id);
  const atEnd = view.log.scrollHeight - view.log.scrollTop - view.log.clientHeight < 80;
  if (old) {
    keepOpen(old, piece);
    old.replaceWith(piece);
  } else {
    view.log.append(piece);
    piece.classList.add("new");
    if (!isShown(view, piece)) unseen.add(piece.id);
  }
  refresh(view);
  if (atEnd && !piece.hidden) view.log.scrollTop = view.log.scrollHeight;
  news(view.el.dataset.side);
}

function keepOpen(old, piece) {
  const before = all("details", old);
  all("details", piece).forEach((details, at) => { details.open = Boolean(before[at]?.open); });
}

function takePeople(view, options) {
  const chosen = view.choice.value;
  view.choice.replaceChildren(...options);
  const still = all("option", view.choice).some((option) => option.value === chosen);
  if (still) view.choice.value = chosen;
  for (const option of all("option", view.choice)) {
    option.disabled = option.hidden = view.chat === "staff" && !("staff" in option.dataset);
  }
  refresh(view);
}

function takeChapter(piece) {
  localTimes(piece);
  const old = document.getElementById(piece.id);
  if (old) {
    keepOpen(old, piece);
    old.replaceWith(piece);
  } else {
    story.prepend(piece);
    piece.classList.add("new");
  }
  news("story");
}

function take({ kind, html }) {
  if (kind === "everything") return location.reload();
  const [what, side] = kind.split("-");
  const parts = pieces(html);
  if (what === "people") takePeople(windows.get(side), parts);
  else if (what === "post") for (const part of parts) takePost(windows.get(side), part);
  else for (const part of parts) takeChapter(part);
  return undefined;
}

// --- Things to do -----------------------------------------------------------------------------------------------

async function ask(path, body = {}) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const type = answer.headers.get("content-type") || "";
    return type.startsWith("application/json") ? await answer.json() : { why: await answer.text() };
  } catch {
    return { why: "The bot does not answer. Is it still running?" };
  }
}

async function act(view, what, body = {}) {
  const problem = one(".problem", view.el);
  problem.textContent = "";
  const answer = await ask(`/do/${what}`, { side: view.el.dataset.side, as: view.choice.value, ...body });
  if (answer.why) problem.textContent = answer.why;
  else if (answer.opens) open(view, answer.opens);
  return answer;
}

async function playScene(button) {
  const hint = one("#hint");
  hint.textContent = button.title;
  button.disabled = true;
  const answer = await ask(`/scenes/${button.dataset.scene}`);
  button.disabled = false;
  if (answer.why) hint.textContent = answer.why;
  for (const [side, who] of Object.entries(answer.actors || {})) {
    whenThere(windows.get(side), who, (view) => open(view, "general", who));
  }
}

// The answer to a request may overtake the stream that brings the person it speaks of.
function whenThere(view, who, then, tries = 40) {
  if (all("option", view.choice).some((option) => option.value === who)) then(view);
  else if (tries > 0) setTimeout(() => whenThere(view, who, then, tries - 1), 50);
}

function numberOf(post) {
  return Number(post.id.slice("post-".length));
}

function about(view, kind, post) {
  view.about = { kind, post: numberOf(post) };
  const line = one(".about", view.form);
  line.hidden = false;
  one("span", line).textContent = kind === "reply" ? `Replying to ${post.dataset.name}` : "Editing the message";
  const input = view.form.elements.text;
  if (kind === "edit") input.value = post.dataset.text;
  input.focus();
}

function forget(view) {
  view.about = null;
  one(".about", view.form).hidden = true;
}

async function send(view) {
  const { text, file } = view.form.elements;
  const attached = file.files[0];
  const body = { text: text.value };
  if (view.about?.kind === "edit") body.post = view.about.post;
  else {
    body.chat = chatOf(view);
    body.reply = view.about ? view.about.post : null;
    if (attached) body.file = { name: attached.name, content: await attached.text() };
  }
  const answer = await act(view, view.about?.kind === "edit" ? "edit" : "say", body);
  if (answer.why) return;
  text.value = "";
  file.value = "";
  file.closest("label").classList.remove("has");
  forget(view);
  text.focus();
}

function fill(view, form) {
  const values = Object.fromEntries(new FormData(form));
  act(view, "fill", { post: numberOf(form.closest(".post")), values });
}

const onPost = {
  press: (view, post, button) => act(view, "press", { post: numberOf(post), token: button.dataset.press }),
  reply: (view, post) => about(view, "reply", post),
  edit: (view, post) => about(view, "edit", post),
  delete: (view, post) => act(view, "delete", { post: numberOf(post) }),
  pick: (view, post, button) => act(view, "pick", { post: numberOf(post), command: button.dataset.pick }),
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  for (const menu of all(".more[open]")) if (!menu.contains(event.target)) menu.open = false;
  if (!button) return;
  const data = button.dataset;
  const view = windows.get(button.closest(".window")?.dataset.side);
  if (data.scene) await playScene(button);
  else if ("startOver" in data) await ask("/start-over");
  else if (data.look) look(data.look);
  else if (data.show) show(data.show);
  else if (view && data.open) open(view, data.open);
  else if (view && "forget" in data) forget(view);
  else if (view && "join" in data) {
    const { who } = await act(view, "join");
    if (who) whenThere(view, who, () => open(view, "general", who));
  } else {
    const post = button.closest(".post");
    const what = Object.keys(onPost).find((name) => name in data);
    if (!post || !what) return;
    button.closest("details")?.removeAttribute("open");
    onPost[what](view, post, button);
  }
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  const view = windows.get(event.target.closest(".window").dataset.side);
  if ("fill" in event.target.dataset) fill(view, event.target);
  else send(view);
});

for (const view of windows.values()) {
  view.choice.addEventListener("change", () => { view.as[view.chat] = view.choice.value; forget(view); refresh(view); });
  view.form.elements.file.addEventListener("change", (event) => {
    event.target.closest("label").classList.toggle("has", event.target.files.length > 0);
  });
  open(view, "general");
}
localTimes(document);

const stream = new EventSource(`/changes?after=${encodeURIComponent(document.body.dataset.mark)}`);
stream.addEventListener("message", (event) => take(JSON.parse(event.data)));
const invitation = one("#hint").textContent;
const STOPPED = "The bot has stopped. Start it again, and this page goes on by itself.";
stream.addEventListener("error", () => { one("#hint").textContent = STOPPED; });
stream.addEventListener("open", () => { if (one("#hint").textContent === STOPPED) one("#hint").textContent = invitation; });
