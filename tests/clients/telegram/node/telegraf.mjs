import { Telegraf, TelegramError } from "telegraf";
import * as p from "./person.mjs";

const bot = new Telegraf(p.token, { telegram: { apiRoot: p.apiRoot } });
let end, fail;
const ended = new Promise((resolve, reject) => ([end, fail] = [resolve, reject]));

bot.command("ping", async (ctx) => {
  p.check(ctx.from.first_name === "Олег", "the sender's name");
  const sent = await ctx.replyWithHTML(p.html, { reply_markup: p.keyboard });
  p.checkSent(sent);
  await p.press(sent.message_id, "again:1");
});
bot.action(/^again:(\d)$/, async (ctx) => {
  p.check(ctx.match[1] === "1", "callback data");
  await ctx.answerCbQuery("готово", { show_alert: true });
  const answer = await p.callback(ctx.callbackQuery.id);
  p.check(answer.text === "готово" && answer.show_alert, "the answer to the callback query");
  const edited = await ctx.editMessageText("изменено");
  p.check(edited.text === "изменено" && edited.edit_date, "the edited message");
  await ctx.deleteMessage();
  const error = await ctx.deleteMessage().catch((error) => error);
  p.check(error instanceof TelegramError && error.code === 400, "the error");
  p.check(error.description === "Bad Request: message to delete not found", error.description);
  end();
});
bot.catch(fail);

await p.arrive();
const me = await bot.telegram.getMe();
p.check(me.is_bot && me.username, "getMe");
// Not by launch({ dropPendingUpdates }): that drops after it has said that it is launched.
await bot.telegram.deleteWebhook({ drop_pending_updates: true });
bot.launch(() => p.say("/ping")).catch(fail);
await ended;
bot.stop();
p.check(!(await p.messages()).some((message) => message.from_bot), "the message is still there");
console.log("telegraf: ok");
process.exit(0);
