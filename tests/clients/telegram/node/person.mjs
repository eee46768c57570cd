// The person's side: the sandbox's own paths, no part of the Bot API.

export const apiRoot = process.env.BOT_API_URL;
export const token = process.env.BOT_TOKEN;
export const person = 5001;
export const html = "<b>понг</b> 🔇 <code>1 &lt; 2</code>";
export const text = "понг 🔇 1 < 2";
export const keyboard = { inline_keyboard: [[{ text: "Ещё", callback_data: "again:1" }]] };

export function check(ok, what) {
  if (!ok) {
    console.error(`mismatch: ${what}`);
    process.exit(1);
  }
}

async function sandbox(action, body) {
  const response = await fetch(`${apiRoot}/sandbox/${action}`, body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  check(response.ok, `/sandbox/${action} answered ${response.status}`);
  return response.json();
}

export const arrive = () =>
  sandbox("user", { id: person, first_name: "Олег", language_code: "ru" });
export const say = (words) => sandbox("say", { chat: person, from: person, text: words });
export const press = (message_id, data) =>
  sandbox("press", { chat: person, message_id, from: person, data });
export const callback = (id) => sandbox(`callback?id=${id}`);
export const messages = () => sandbox(`messages?chat=${person}`);

export function checkSent(message) {
  check(message.text === text, `text ${JSON.stringify(message.text)}`);
  const kinds = message.entities.map((e) => `${e.type} ${e.offset} ${e.length}`).join();
  check(kinds === "bold 0 4,code 8 5", `entities ${kinds}`);
  check(
    message.reply_markup.inline_keyboard[0][0].callback_data === "again:1",
    "the keyboard did not come back",
  );
}

// Nothing here takes long: whoever waits this long waits in vain.
setTimeout(() => check(false, "no end within 30 s"), 30_000).unref();
