import asyncio

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

import person as p

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Ещё", callback_data="again:1")]]
)
dispatcher = Dispatcher()


@dispatcher.message(Command("ping"))
async def ping(message):
    p.check(message.from_user.first_name == "Олег", "the sender's name")
    sent = await message.answer(p.HTML, parse_mode="HTML", reply_markup=KEYBOARD)
    p.check_sent(sent)
    p.press(sent.message_id, "again:1")


@dispatcher.callback_query(F.data == "again:1")
async def again(query, bot):
    await query.answer("готово", show_alert=True)
    p.check_answered(query.id)
    edited = await query.message.edit_text("изменено")
    p.check(edited.text == "изменено" and edited.edit_date, "the edited message")
    await query.message.delete()
    try:
        await query.message.delete()
        p.fail("a message was deleted twice")
    except TelegramBadRequest as error:
        p.check("message to delete not found" in str(error), error)
    chat = await bot.get_chat(p.PERSON)
    p.check(chat.first_name == "Олег", "getChat")
    await dispatcher.stop_polling()


@dispatcher.error()
async def failed(event):
    p.fail(repr(event.exception))


async def main():
    session = AiohttpSession(api=TelegramAPIServer.from_base(p.API_URL))
    bot = Bot(p.TOKEN, session=session)
    p.arrive()
    me = await bot.get_me()
    p.check(me.is_bot and me.username, "getMe")
    await bot.delete_webhook(drop_pending_updates=True)
    p.say("/ping")
    await dispatcher.start_polling(bot, handle_signals=False)
    p.check_gone()
    print("aiogram: ok")


asyncio.run(main())
