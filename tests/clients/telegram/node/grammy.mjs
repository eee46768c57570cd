import { Bot, GrammyError } from "grammy";
import * as p from "./person.mjs";

const bot = new Bot(p.token, { client: { apiRoot: p.apiRoot } });
const ended = Promise.withResolvers?.() ?? deferred();
function deferred() {
  const d = {};
  d.promise = new Promise((resolve, reject) => Object.assign(d, { resolve, reject }));
  return d;
}

bot.command("ping", async (ctx) => {
  p.check(ctx.from.first_name === "Олег", "the sender's name");
  const sent = await ctx.reply(p.html, { parse_mode: "HTML", reply_markup: p.keyboard });
  p.checkSent(sent);
  await p.press(sent.message_id, "again:1");
});
bot.callbackQuery(/^again:(\d)$/, async (ctx) => {
  p.check(ctx.match[1] === "1", "callback data");
  await ctx.answerCallbackQuery({ text: "готово", show_alert: true });
  const answer = await p.callback(ctx.callbackQuery.id);
  p.check(answer.text === "готово" && answer.show_alert, "the answer to the callback query");
  const edited = await ctx.editMessageText("изменено");
  p.check(edited.text === "изменено" && edited.edit_date, "the edited message");
  await ctx.deleteMessage();
  const error = await ctx.deleteMessage().catch((error) => error);
  p.check(error instanceof GrammyError && error.error_code === 400, "the error");
  p.check(error.description === "Bad Request: message to delete not found", error.description);
  ended.resolve();
});
bot.catch((error) => ended.reject(error.error));

await p.arrive();
await bot.init();
p.check(bot.botInfo.is_bot && bot.botInfo.username, "getMe");
const polling = bot.start({ drop_pending_updates: true, onStart: () => p.say("/ping") });
await ended.promise;
await bot.stop();
await polling;
p.check(!(await p.messages()).some((message) => message.from_bot), "the message is still there");
console.log("grammY: ok");
process.exit(0);
