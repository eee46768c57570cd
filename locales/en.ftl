# hushbot in English: every word that a person reads. The other locales have the same keys with
# the same variables; the tests compare them.
#
# Markup is Telegram's HTML: <b> and <code> only. What stands in <code> is copied by a tap.
# At the left edge: 🔇 silent, 🔊 not silent, ⚠️ trouble, ❓ unknown, ⏳ in work, ⏰ late,
# 🚨 somebody has to act now.

## The language itself

language-name = English
language-name-english = English
# Words for on and off, divided by commas. The first of each is the one that examples use.
silent-on-words = on, yes, y, enable, start, mute
silent-off-words = off, no, n, disable, stop, unmute
# Words for units of time, divided by commas: 30m, 2 hours.
unit-minute-words = m, min, mins, minute, minutes
unit-hour-words = h, hr, hrs, hour, hours
unit-day-words = d, day, days

## Pieces

example-dialog = 2024
dialog = <b>{ $number }</b>
dialog-named = <b>{ $number }</b> · { $name }
dialog-on-portal = { $dialog } (<code>{ $portal }</code>)
dialog-reference = <code>{ $reference }</code>
scope-name = <code>{ $scope }</code>
list-more = … and { $count } more
date = { $day } { $month } { $year }
month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
# The units stand after "in": "in 4 minutes 5 seconds".
duration-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
duration-both = { $big } { $small }
wait-known = in { $duration }
wait-unknown = in about ten minutes
ago = { $duration } ago
# Seconds with one decimal.
seconds = { $whole }.{ $tenths } s

## Buttons: 24 characters at most

button-silent-on = 🔇 Silent on
button-silent-off = 🔊 Silent off
button-refresh = 🔄 Refresh
button-retry = 🔁 Try again
button-status = 🔎 Show the state
button-minutes = ⏱️ { $count } min
button-hours = ⏱️ { $count } h
button-more = 🔇 { $count } min more
# On again after a time is over, now without an end.
button-on-again = 🔇 On again, no end
button-run-now = ▶️ Run now
# One of several dialogs: what pressing the button leads to.
button-silent-on-one = { $number } → 🔇
button-silent-off-one = { $number } → 🔊
button-retry-one = { $number } 🔁
button-status-one = { $number } 🔎
button-portal = { $number } · { $portal }
button-share = 📨 Pass it on

## Whose messages silent mode covers

silent-means =
    { $generation ->
        [chat] Nothing operators write reaches the client.
        [personal] Your messages stay among colleagues. Other operators have their own switch.
       *[unknown] Your messages stay among colleagues. Other operators' messages may still reach the client.
    }
loud-means =
    { $generation ->
        [chat] What operators write reaches the client.
        [personal] Your messages reach the client.
       *[unknown] Your messages reach the client.
    }
generation =
    { $generation ->
        [chat] Silent mode there is the dialog's: while it is on, nothing operators write reaches the client.
        [personal] Silent mode there is your own: it holds back your messages, not other operators'.
       *[unknown] Whose messages silent mode holds back there, yours or all operators', will show at the first switch.
    }

## One dialog was switched

switched-on = 🔇 { $dialog }: silent.
switched-on-for = 🔇 { $dialog }: silent for { $duration }.
switched-off = 🔊 { $dialog }: not silent.
# Below the line above.
loud-again =
    { $generation ->
        [chat] What operators write reaches the client again.
        [personal] Your messages reach the client again.
       *[unknown] Your messages reach the client again.
    }
accepted-on = ❓ { $dialog }: Bitrix24 accepted “on”, but its state can't be read there. Check in Bitrix24 before you write anything the client must not see.
accepted-off = ❓ { $dialog }: Bitrix24 accepted “off”, but its state can't be read there. Check in Bitrix24 that the client gets what you write.
contradicted-on = ⚠️ Bitrix24 said yes, but { $dialog } is still <b>NOT silent</b> (checked). Don't write anything the client must not see.
contradicted-off = ⚠️ Bitrix24 said yes, but { $dialog } is <b>still silent</b> (checked). What you write does not reach the client.
failed-switch = ⚠️ { $dialog }: not switched.
failed-switch-maybe = ❓ { $dialog }: it may have been switched, or not. Look at the state before you write.
failed-status = ⚠️ { $dialog }: the state can't be shown.

## Several dialogs

many-on =
    { $count ->
        [one] 🔇 { $count } dialog is silent.
       *[other] 🔇 All { $count } dialogs are silent.
    }
many-off =
    { $count ->
        [one] 🔊 { $count } dialog is not silent any more.
       *[other] 🔊 Not silent any more: all { $count } dialogs.
    }
many-on-partly =
    { $count ->
        [one] ⚠️ { $done } of { $count } dialog is silent for certain.
       *[other] ⚠️ { $done } of { $count } dialogs are silent for certain.
    }
many-off-partly =
    { $count ->
        [one] ⚠️ Not silent any more for certain: { $done } of { $count } dialog.
       *[other] ⚠️ Not silent any more for certain: { $done } of { $count } dialogs.
    }
many-on-accepted =
    { $count ->
        [one] ❓ Bitrix24 accepted “on” for { $count } dialog, but its state can't be read there. Check before you write.
       *[other] ❓ Bitrix24 accepted “on” for { $count } dialogs, but their state can't be read there. Check before you write.
    }
many-off-accepted =
    { $count ->
        [one] ❓ Bitrix24 accepted “off” for { $count } dialog, but its state can't be read there. Check that the client gets what you write.
       *[other] ❓ Bitrix24 accepted “off” for { $count } dialogs, but their state can't be read there. Check that the clients get what you write.
    }
# Below the list: whose messages the rows with this mark hold back.
many-means = 🔇 = silent. { $means }
row-on = 🔇 { $dialog }: silent
row-off = 🔊 { $dialog }: not silent
row-unknown = ❓ { $dialog }: unknown
row-accepted = ❓ { $dialog }: accepted, can't be checked
row-still-on = ⚠️ { $dialog }: <b>still silent</b>
row-still-off = ⚠️ { $dialog }: <b>still NOT silent</b>
row-failed = ⚠️ { $dialog }: { $reason }
row-maybe = ❓ { $dialog }: maybe switched; { $reason }
row-closed = { $row } · session closed
row-ends = { $row } · ends in { $duration }

## A dialog's state

status-on = 🔇 { $dialog }: silent.
status-off = 🔊 { $dialog }: not silent.
status-unknown =
    ❓ { $dialog }: unknown.
    Bitrix24 does not tell whether it is silent. Check in Bitrix24 before you write anything the client must not see.
status-closed = The session is closed: what you write reaches nobody until a new one starts.
# About one dialog or several.
ends-in = ⏱️ The silence ends by itself in { $duration }.

## The card of a dialog: the facts below its state, a short line for each

button-undo = ↩️ Undo
button-open = 🔗 Open
# The channel by its kind; one that is not known is shown by its code.
card-channel =
    { $channel ->
        [livechat] 💬 Live chat
        [telegram] 💬 Telegram
        [whatsapp] 💬 WhatsApp
        [viber] 💬 Viber
        [instagram] 💬 Instagram
        [facebook] 💬 Facebook
        [vk] 💬 VK
        [ok] 💬 OK
        [avito] 💬 Avito
        [imessage] 💬 iMessage
        [network] 💬 Bitrix24 Network
        [olx] 💬 OLX
        [wechat] 💬 WeChat
        [notifications] 💬 SMS and WhatsApp
        [max] 💬 MAX
        [wazzup] 💬 Wazzup
        [skype] 💬 Skype
       *[unknown] 💬 { $code }
    }
card-line = { $line }
card-operator = 👤 { $name }
# The employee's number on the portal, where the name can't be had.
card-operator-number = 👤 employee No. { $number }
card-operator-nobody = 👤 nobody has taken it yet
card-silenced = 🕐 silent for { $duration } · { $name }
card-ends = ⏱️ ends by itself in { $duration }
card-ends-at = ⏱️ until { $clock } (in { $duration })
# A day that is not today.
clock-day = { $weekday }, { $day } { $month }, { $time }
weekday =
    { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
# In a group: who did it.
acted-by = — { $name }
# An alert, at most 200 characters: a button that could do harm by now.
old-card = This card was old. Here is the state now: press again.

## While an order is in work

interim =
    ⏳ { $dialogs }: { $order ->
        [on] switching silent mode on.
        [off] switching silent mode off.
       *[none] still working on it.
    }
interim-nothing = ⏳ Still working on it.
interim-waiting =
    { $why ->
        [requests] Bitrix24 asks to wait (too many requests)
        [limit] Bitrix24 asks to wait (its time limit is used up)
        [unreachable] The portal can't be reached
        [no-answer] Bitrix24 does not answer
       *[error] Bitrix24 has an error of its own
    }; next try in { $duration }.
interim-foot = I'll put the outcome here.

## Orders that came late

old-order = ⏰ This came { $duration } late, so I did not run it: <code>{ $text }</code>
old-order-button = ⏰ I was away when you pressed that button, { $duration } ago. Nothing was switched.
old-order-interrupted = ⏰ I was cut off while I had this, { $duration } ago, and can't tell whether it was run: <code>{ $text }</code>
old-order-button-interrupted = ⏰ I was cut off after you pressed that button, { $duration } ago, and can't tell whether it was run.
old-order-gone = ⏰ That order can't be run any more: it was run already, is forgotten, or is somebody else's. Nothing was switched just now.
not-kept = ⚠️ I can't keep your order safe right now (my disk), so I did not run it. Switch it in Bitrix24, and tell whoever runs the bot.
not-kept-yet = ⚠️ I can't store your order right now (my database), so I have not run it. It waits, and I'll see to it as soon as I can. If it is urgent, switch it in Bitrix24.

## A silence with a time

timer-over = 🔊 { $dialog }: the silence is over after { $duration }. { $means }
timer-accepted = ❓ { $dialog }: after { $duration } I switched silent mode off. Bitrix24 accepted it, but the state can't be read there. Check in Bitrix24 that the client gets what you write.
timer-contradicted = 🚨 { $dialog } is <b>STILL SILENT</b> (checked): Bitrix24 said yes when I switched it off after { $duration }, and did not do it. What you write does not reach the client.
timer-failed = 🚨 { $dialog } is <b>STILL SILENT</b>: I could not switch it off after { $duration }. What you write does not reach the client.
timer-unclear = 🚨 { $dialog } may be <b>STILL SILENT</b>: I tried to switch it off after { $duration } and don't know whether it worked. Look at the state.
timer-no-connection = I have no access to its portal any more. Switch it off in Bitrix24, or connect the portal again with /connect in our private chat.
timer-replaced =
    { $order ->
        [on] ⏱️ { $dialog }: { $name } ordered “on” anew. Your timer is gone: I won't switch it off at the time you set.
       *[off] ⏱️ { $dialog }: { $name } ordered “off”. Your timer is gone.
    }

## Silent dialogs that are looked after

button-all-off = 🔊 All off
# Bitrix24 dropped it: as it was.
button-again = 🔇 Switch on again
watch-closed = 🔊 { $dialog }: the session was closed, and the silence ended with it after { $duration }.
watch-dropped = ⚠️ { $dialog } is <b>NOT silent any more</b> (checked): after { $duration } Bitrix24 dropped silent mode, or somebody switched it off there. { $means }
watch-by = 🔊 { $dialog }: { $name } switched silent mode off, after { $duration }. { $means }
watch-lost = ⚠️ { $dialog }: I can't look after it any more: Bitrix24 does not let you see it, or does not accept your webhook. It had been silent for { $duration }. Check in Bitrix24 whether it still is.
watch-many =
    { $count ->
        [one] ⚠️ { $count } dialog you silenced has changed:
       *[other] ⚠️ { $count } dialogs you silenced have changed:
    }
watch-row-closed = 🔊 { $dialog }: session closed
watch-row-dropped = ⚠️ { $dialog }: <b>NOT silent any more</b>
watch-row-by = 🔊 { $dialog }: switched off by { $name }
watch-row-lost = ⚠️ { $dialog }: no access any more, check in Bitrix24
reminder = 🔇 { $dialog } has been silent for { $duration }. { $means }
reminder-waits = 🚨 { $dialog }: <b>the client is waiting</b> for an answer, and the dialog has been silent for { $duration }. { $means }
reminder-many =
    { $count ->
        [one] 🔇 { $count } dialog is still silent:
       *[other] 🔇 { $count } dialogs are still silent:
    }
reminder-many-wait =
    { $count ->
        [one] 🚨 { $count } dialog is still silent, and <b>clients are waiting</b>:
       *[other] 🚨 { $count } dialogs are still silent, and <b>clients are waiting</b>:
    }
reminder-row = 🔇 { $dialog }: { $duration }
reminder-row-waits = 🚨 { $dialog }: { $duration }, <b>the client is waiting</b>
reminder-foot = When to remind you: /remind
remind-after = ⏱️ I remind you of a silence without an end after { $duration }, and again after as long.
remind-off = ⏱️ I don't remind you of silences without an end.
remind-how = To change it: <code>/remind 2h</code> or <code>/remind off</code>
silenced-head =
    { $count ->
        [one] 🔇 { $count } dialog is silent through me:
       *[other] 🔇 { $count } dialogs are silent through me, the longest first:
    }
silenced-head-all =
    { $count ->
        [one] 🔇 Everybody's: { $count } dialog is silent through me:
       *[other] 🔇 Everybody's: { $count } dialogs are silent through me, the longest first:
    }
silenced-none = 🔊 None of your dialogs is silent through me.
silenced-none-all = 🔊 No dialog is silent through me.
silenced-row = 🔇 { $dialog }: { $duration }
silenced-row-unproven = ❓ { $dialog }: { $duration }
silenced-row-by = { $row } · { $name }
silenced-unproven = ❓ = could not be checked just now.

## The log

log-head = Who switched what, the newest first:
log-head-dialog = Who switched { $dialog }, the newest first:
log-empty = Nothing has been switched yet.
log-empty-dialog = I know of nobody who switched { $dialog }.
log-row =
    { $mark ->
        [on] 🔇
        [off] 🔊
        [unknown] ❓
        [replaced] ⏭️
       *[trouble] ⚠️
    } { $where }
    { $what }
log-on = on
log-on-for = on for { $duration }
log-off = off
log-who = { $name }
log-who-id = <code>{ $id }</code>
log-timer = timer of { $person }
log-reason = “{ $reason }”
log-took = { $outcome }, { $seconds }
log-outcome =
    { $outcome ->
        [done] done
        [said] accepted, can't be checked
        [contradicted] <b>not done</b>, though Bitrix24 said yes
        [failed] failed
        [unclear] maybe done
       *[replaced] a newer order took its place
    }

## For admins: only they can mend it

alarm-second-poller = 🚨 Somebody else takes my messages: a second copy of this bot runs with the same token, or a webhook is set. Until only one is left, some messages don't reach me. Stop the other one.
alarm-portal-blocked = 🚨 Bitrix24 has blocked REST for <code>{ $portal }</code>. I can switch nothing there until the portal's admin has it lifted, through Bitrix24 support.
alarm-store-broken = 🚨 I can't write to my disk any more, so I run no orders. See to the disk, then restart me.
alarm-store-away = 🚨 My database is away or takes no writes, so I run no orders for now. They wait at Telegram, and I go on by myself once it is back: see to the database, I need no restart.

## What kept a portal from doing it. The attribute is the short form for lists.

trouble-no-such-dialog = The portal has no dialog with this number. Check the number, or send a link to the dialog.
    .short = no such dialog
trouble-not-an-open-channel = This chat is not an open-channel dialog and has no silent mode. Check the number.
    .short = not an open channel
trouble-no-dialog-access = You may not join dialogs of this open channel. Ask the portal's admin for access.
    .short = no access
trouble-dialog-unavailable = Bitrix24 shows you no such dialog. Check the number; if it is right, ask the portal's admin for access to the open channel.
    .short = not found, or no access
trouble-no-card-access = Bitrix24 does not show you this card, or no dialog belongs to it. Check the link, or paste the dialog's own.
    .short = card not shown, or no dialog
trouble-credentials-refused = Bitrix24 does not accept the webhook: it was deleted, or its secret is wrong. Make a new one and send it with /connect in our private chat.
    .short = webhook refused, /connect a new one
trouble-nobody-behind-credentials = No user stands behind your webhook any more. Make a new one under your own account and send it with /connect in our private chat.
    .short = no user behind the webhook
trouble-user-inactive = Your account on the portal is not active. Ask the portal's admin to activate it.
    .short = your account is not active
trouble-not-an-employee = Only employees can use silent mode, and the webhook belongs to somebody from outside. Make one as an employee and send it with /connect in our private chat.
    .short = not an employee's webhook
trouble-missing-scopes =
    { $count ->
        [one] Your webhook lacks the permission { $scopes }. Add it in the webhook's settings in Bitrix24, then try again.
       *[other] Your webhook lacks the permissions { $scopes }. Add them in the webhook's settings in Bitrix24, then try again.
    }
    .short = webhook lacks { $scopes }
trouble-app-restricted = The application is open to certain users only. Ask the portal's admin to add you.
    .short = application not open to you
trouble-app-removed = The application was removed from the portal. Ask the portal's admin to install it again, or connect a webhook with /connect in our private chat.
    .short = application removed
trouble-wrong-kind-of-credentials = This kind of access can't do that. Make an incoming webhook and send it with /connect in our private chat.
    .short = wrong kind of access
trouble-confirmation-waiting = A portal's admin has to approve this in Bitrix24 first. Ask them, then try again.
    .short = waits for an admin's approval
trouble-confirmation-denied = A portal's admin has refused this in Bitrix24. Only they can allow it.
    .short = refused by an admin
trouble-plan-required = The portal's plan has no REST access. The portal's admin needs a paid plan or a Market subscription.
    .short = the plan has no REST access
trouble-tariff-lacks-feature = The portal's plan does not include this. Talk to the portal's admin.
    .short = not in the portal's plan
trouble-too-many-requests = The portal gets too many requests just now; nothing was done. Try again in a minute.
    .short = too many requests, try again
trouble-operating-time-used-up = The portal's time limit for this is used up; nothing was done. Try again { $wait }.
    .short = limit used up, try { $wait }
trouble-blocked-by-vendor = Bitrix24 has blocked REST for this portal. Only the portal's admin can have it lifted, through Bitrix24 support.
    .short = REST blocked by Bitrix24
trouble-portal-deleted = This portal is closed. You can forget it with /disconnect.
    .short = portal closed
trouble-method-missing = The portal can't do this: its open-channels module is missing or too old. The portal's admin has to install or update it.
    .short = open-channels module too old
trouble-chat-module-missing = The portal's chat module is missing. The portal's admin has to install it.
    .short = chat module missing
trouble-https-required = The portal wants https. Copy the webhook's address anew, with <code>https://</code>, and send it with /connect in our private chat.
    .short = https needed
trouble-auth-server-unreachable = The portal can't reach Bitrix24's authorisation server. Try again later; if it stays so, tell the portal's admin.
    .short = portal can't reach Bitrix24, try later
trouble-portal-fault = Something broke inside Bitrix24. Try again in a minute; if it stays so, tell the portal's admin.
    .short = error inside Bitrix24
trouble-refused = Bitrix24 refused with the code <code>{ $code }</code>. Tell it to the portal's admin.
    .short = refused: <code>{ $code }</code>
trouble-unreachable = The portal can't be reached; nothing was done. Try again; if it stays so, check that the portal opens in a browser.
    .short = portal can't be reached
trouble-no-answer = Bitrix24 did not answer in time. Try again in a minute.
    .short = no answer in time
trouble-unreadable-answer = Bitrix24's answer can't be read; perhaps it came from a proxy. Try again; if it stays so, tell the portal's admin.
    .short = unreadable answer
trouble-address-refused = The portal's name leads to an internal address, which this bot may not open. Whoever runs the bot can allow it.
    .short = internal address, not allowed
trouble-redirect-refused = The portal redirects to somewhere else, and I don't follow. If it has moved, make a webhook at its new address and send it with /connect in our private chat.
    .short = redirects elsewhere

## Why nothing was sent to a portal

reason-not-connected = You have no portal connected. Send /connect in our private chat to see how.
    .short = no portal connected
reason-other-portal = The link leads to <code>{ $portal }</code>, and you have no connection to it. Connect it with /connect in our private chat.
    .short = not connected to <code>{ $portal }</code>
reason-no-such-connection = You are not connected to the portal of this button. Connect it with /connect, or ask about the dialog on yours: <code>/status { $dialog }</code>
    .short = not connected to its portal
reason-not-connected-there = You are not connected to the portal of this button. Connect it with /connect in our private chat, or list your own: /dialogs
    .short = not connected to its portal
reason-superseded = A newer order of yours took its place; this one was not carried out.
    .short = a newer order took its place
reason-superseded-by = A newer order by { $name } took its place; this one was not carried out.
    .short = a newer order by { $name } took its place

## Welcome and help

welcome =
    👋 I switch the silent mode of open-channel dialogs in Bitrix24. You are { $role ->
        [admin] an admin
       *[supervisor] a supervisor
    } here.
let-in =
    ✅ You are in, as { $role ->
        [admin] an admin
       *[supervisor] a supervisor
    }. I switch the silent mode of open-channel dialogs in Bitrix24.
already-in =
    You are already { $role ->
        [admin] an admin
       *[supervisor] a supervisor
    } here, so the link stays unused. Pass it on to the person it is for.
next-silent =
    Try it with the number of a dialog: <code>/silent 2024 on</code>
    More: /help
next-connect = Now connect your Bitrix24.
help-stranger =
    This bot switches the silent mode of Bitrix24 dialogs for those who are let in, and you are not yet.
    An admin can send you a link; /whoami shows your id for them.
    /language – another language
help-not-connected = ⚠️ You have no portal connected yet: start with /connect
help-examples = Try it:
help-examples-with = Try it with { $name }:
help-supervisor =
    <code>/silent { $dialog } on</code> – only colleagues see what you write
    <code>/silent { $dialog } on 30m</code> – the same, for 30 minutes
    <code>/silent { $dialog } off</code> – the client sees it again
help-more = /dialogs to choose one, or paste a link; the menu has the rest.
help-admin = For admins: /invite · /supervisors · <code>/revoke 123456789</code>
invite-unknown = This link does not work: it was used already, or it is not whole. Ask an admin for a new one.
invite-expired = This link is too old. Ask an admin for a new one.

## People

stranger = ⛔ You are not authorised. Give an admin your id: <code>{ $id }</code>
denied-stranger = ⛔ You are not authorised. /whoami shows the id to give an admin.
denied-admins-only = ⛔ That is for admins only.
denied-private-only = 🔒 That works in a private chat with me only: others must not see it.
whoami-head = Your Telegram id: <code>{ $id }</code>
whoami-role =
    Role: { $role ->
        [admin] admin
       *[supervisor] supervisor
    }
whoami-stranger = You are not authorised. Give an admin your id.
whoami-not-connected = No portal connected. /connect shows how.
connection-healthy = ✅ <code>{ $portal }</code> · { $person }
connection-ailing = ⚠️ <code>{ $portal }</code> · { $person }
connection-default = { $connection } · used by default
connection-since = Connected on { $date }.
connection-lacks =
    { $count ->
        [one] ⚠️ The webhook lacks the permission { $scopes }.
       *[other] ⚠️ The webhook lacks the permissions { $scopes }.
    }
invite-text =
    <b>Invitation to @{ $bot }</b>
    Open the link and press Start:
    { $link }
    Whoever opens it first is let in as a supervisor. It works once, for { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }.
supervisors-head =
    { $count ->
        [one] { $count } person is let in:
       *[other] { $count } people are let in:
    }
supervisor-row =
    <b>{ $name }</b> · { $role ->
        [admin] admin
       *[supervisor] supervisor
    } · <code>{ $id }</code> · since { $date }
supervisor-row-environment = <code>{ $id }</code> · admin by the bot's settings
supervisor-portals = { $row } · { $portals }
revoked = ✅ { $name } (<code>{ $id }</code>) has no access any more.
revoked-connections =
    { $count ->
        [one] { $count } connection was deleted with it.
       *[other] { $count } connections were deleted with it.
    }
revoked-silences =
    { $count ->
        [one] A timed silence of theirs does not end by itself any more, in dialog { $dialogs }. If a client waits there, switch it off.
       *[other] Timed silences of theirs don't end by themselves any more, in the dialogs { $dialogs }. If a client waits there, switch them off.
    }
revoke-not-listed = Nobody with the id <code>{ $id }</code> is let in. The ids: /supervisors
revoke-admin-by-environment = <code>{ $id }</code> is an admin by the bot's settings. Only whoever runs the bot can change that.
revoke-oneself = You can't take away your own access. Ask another admin.

## Portals

webhook-howto =
    <b>Where to get a webhook</b>
    In Bitrix24: Developer resources → Other → Incoming webhook.
    Permissions: Open Channels (<code>imopenlines</code>) and Chat and Notifications (<code>im</code>). Save, copy the address.
    It looks like this, with your portal, your user number and a long secret:
    <code>https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Send it in our private chat, after the command:
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    I delete your message at once and keep the secret encrypted.
connected = ✅ <code>{ $portal }</code> is connected. You act there as <b>{ $person }</b>.
connected-replaced = It replaces your older connection to this portal.
connected-default = It is used by default from now on; /portal changes that.
connected-lacks-open-lines = ⚠️ Nothing works yet: the webhook lacks the permission Open Channels (<code>imopenlines</code>). Add it in the webhook's settings in Bitrix24, then check with /whoami.
connected-lacks-im = The webhook lacks the permission Chat and Notifications (<code>im</code>). I can switch without it, but /dialogs can't list anything, and I may learn only later whose messages silent mode holds back.
connected-cannot-switch = ⚠️ This portal can't switch silent mode: its open-channels module is missing or too old. The portal's admin has to install or update it.
webhook-not-a-url = ⚠️ That is no webhook: it can't be read as an address.
webhook-not-https = ⚠️ The webhook has to begin with <code>https://</code>.
webhook-no-rest-path = ⚠️ That is an address, but no webhook: there is no <code>/rest/</code> in it.
webhook-no-user = ⚠️ The webhook is not whole: your user number is missing after <code>/rest/</code>.
webhook-no-secret = ⚠️ The webhook is not whole: its secret is missing or cut off. Copy all of it.
webhook-address-refused = ⚠️ That is an internal address, which this bot may not open. Whoever runs the bot can allow it.
connect-other-user = ⚠️ Bitrix24 says that this webhook belongs to somebody else than its address does. Copy it anew.
connect-trouble = ⚠️ Not connected.
portal-choice-use = Which portal to use by default?
portal-choice-forget = Which portal to forget? I delete its webhook on my side.
portal-name = <code>{ $portal }</code>
portal-row = { $number }. <code>{ $portal }</code> · { $person }
portal-chosen = ✅ From now on <code>{ $portal }</code> is used by default.
disconnected = ✅ <code>{ $portal }</code> is forgotten. You may delete the webhook in Bitrix24 too.
not-connected = You have no portal connected. /connect shows how.
secret-deleted = 🔒 I deleted your message with the webhook.
secret-kept = ⚠️ I could not delete your message with the webhook. <b>Delete it yourself.</b>
secret-exposed = ⚠️ It was written in a group, so others may have seen it. Delete that webhook in Bitrix24, make a new one and send it to me in private.

## Language

language-choice = Which language shall I speak?
language-changed = ✅ I speak English now.

## Hints

hint-no-dialog-silent =
    Which dialog? For example:
    <code>/silent { $dialog } on</code>
    <code>/silent { $dialog } off</code>
    A link to the dialog does as well as its number.
hint-no-dialog-status =
    Which dialog? For example:
    <code>/status { $dialog }</code>
    A link to the dialog does as well as its number.
hint-neither-dialog-nor-switch =
    “{ $word }” is neither a dialog nor on or off. Nothing was switched. For example:
    <code>/silent { $dialog } on</code>
    <code>/silent { $dialog } off</code>
hint-not-a-dialog =
    “{ $word }” is no dialog. A number or a link is, for example:
    <code>/status { $dialog }</code>
hint-left-over =
    “{ $word }” is no time. After on you may write a time (30m, 2h, 1d) and then a reason, after off nothing. Nothing was switched. For example:
    <code>/silent { $dialog } on</code>
    <code>/silent { $dialog } on 30m lunch</code>
    <code>/silent { $dialog } off</code>
hint-time-with-off =
    A time goes with on: only a silence can end by itself. Nothing was switched. For example:
    <code>/silent { $dialog } on 30m</code>
    <code>/silent { $dialog } off</code>
hint-time-out-of-range =
    A silence can last from one minute to seven days. Nothing was switched. For example:
    <code>/silent { $dialog } on 30m</code>
    <code>/silent { $dialog } on 7d</code>
hint-too-many-dialogs =
    { $most ->
        [one] That is too much at once: I take { $most } dialog in one command. Nothing was switched.
       *[other] That is too much at once: I take up to { $most } dialogs in one command. Nothing was switched.
    }
hint-no-person =
    Whose access? Give the id, for example:
    <code>/revoke 123456789</code>
    The ids: /supervisors
hint-no-person-word =
    “{ $word }” is no id. For example:
    <code>/revoke 123456789</code>
    The ids: /supervisors
hint-takes-nothing = Send it alone, with nothing after it: { $command }
hint-unknown-language = I don't speak “{ $word }”. I do speak these:
hint-unknown-command = There is no command “/{ $word }”. What works: /help
hint-not-a-command =
    I understand commands, for example:
    <code>/silent { $dialog } on</code>
    A link or a number alone shows the dialog. More: /help
hint-stale-button =
    This button is too old; nothing was switched.
    Type the command instead, for example:
    <code>/status { $dialog }</code>
hint-unknown-portal = None of your portals is called “{ $word }”. Yours: /portal
hint-stranger = You can use /whoami, /help and /language here. For the rest an admin has to let you in.

## Choosing a dialog

# The label of a button with a row to itself, 40 characters at most; the name is cut to fit.
button-dialog =
    { $state ->
        [on] 🔇
        [off] 🔊
       *[unknown] ❓
    } { $name }
button-dialog-waits =
    { $state ->
        [on] 🔇
        [off] 🔊
       *[unknown] ❓
    } 💬 { $name }
button-dialog-age = { $dialog } · { $age }
button-page = 🔄 { $page }/{ $pages }
button-previous = ◀️
button-next = ▶️
button-other-portal = 🏢 { $portal }
# How old the last message is, as short as can be.
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } d
picker-own =
    { $count ->
        [one] Your open dialog:
       *[other] Your { $count } open dialogs, the newest first:
    }
picker-found =
    { $count ->
        [one] “{ $words }”: { $count } dialog
       *[other] “{ $words }”: { $count } dialogs
    }
picker-closed =
    { $count ->
        [one] Nothing open; this dialog is closed:
       *[other] Nothing open; these { $count } dialogs are closed:
    }
picker-card =
    This card has several open dialogs, and nothing was done yet. Which one?
    { $card }
picker-marks = 🔇 silent · 🔊 not silent · 💬 the client waits
picker-on-portal =
    { $head }
    <code>{ $portal }</code>
picker-empty =
    You have no open dialogs.
    For a colleague's, paste its link or send its number.
picker-nothing-found =
    I find no dialog called “{ $words }”.
    Search wider: fewer letters, another word, or all of them with /dialogs
    For a colleague's, paste its link or send its number.
picker-card-empty =
    This card has no open dialog: { $card }
    If there is one all the same, paste the dialog's own link.
picker-failed = ⚠️ I can't list your dialogs.
picker-card-failed = ⚠️ I can't see which dialogs belong to this card, so nothing was done: { $card }
picker-meanwhile = A dialog's own link or number works meanwhile.

## Hints of the newer commands

hint-unknown-command-meant = There is no command “/{ $word }”. Did you mean <code>{ $command }</code>?
hint-meant = Did you mean <code>{ $command }</code>? Nothing was switched.
hint-no-dialog-whisper =
    In which dialog, and what? For example:
    <code>/whisper { $dialog } call her back</code>
    A link to the dialog does as well as its number.
hint-no-note =
    What shall I write there? For example:
    <code>/whisper { $dialog } call her back</code>
hint-note-too-long =
    { $most ->
        [one] That is too long for a note: at most { $most } character. Nothing was posted.
       *[other] That is too long for a note: at most { $most } characters. Nothing was posted.
    }
hint-secret-in-note = There is a webhook in that text, and it is secret. Nothing was posted.
hint-not-a-time =
    “{ $word }” is no time. For example:
    <code>/remind 2h</code>
    <code>/remind off</code>
hint-remind-out-of-range =
    I can remind you after one minute to seven days. For example:
    <code>/remind 2h</code>
    <code>/remind off</code>
hint-here-takes-off =
    “{ $word }” does not belong there. In a group:
    <code>/here</code> – this group gets the alarms
    <code>/here off</code> – it does no more

## Our mistake

internal-error =
    ⚠️ Something broke on my side. If you were switching a dialog, look at its state before you write.
    Tell whoever runs the bot: <code>{ $reference }</code>

## The on-call room and the shift's end

room-bound =
    📟 This is the on-call room from now on. Alarms come here, and to the admins in private.
    /handover – what the next shift has to know
    <code>/here off</code> – ends that
room-moved = The group that was it before is not any more.
room-unbound = This is not the on-call room any more. Alarms go to the admins in private only.
room-not-bound = This is not the on-call room. To make it the one: /here
room-groups-only = The on-call room is a group: add me there, and send /here in the group or in one of its topics.
room-lost = ⚠️ I can't write to the on-call room any more: I was removed, or the group is gone. There is none now, and alarms go to the admins in private only. For a new one send /here in a group.
# Both: a timed silence that could not be ended, told to people who did not order it.
room-timer =
    🚨 { $dialog } { $sure ->
        [maybe] may be <b>STILL SILENT</b>: I don't know whether I could switch it off after { $duration }.
       *[yes] is <b>STILL SILENT</b>: I could not switch it off after { $duration }.
    } The client may be waiting. See to it in Bitrix24.
room-timer-by =
    🚨 { $dialog } { $sure ->
        [maybe] may be <b>STILL SILENT</b>: I don't know whether I could switch it off after { $duration }
       *[yes] is <b>STILL SILENT</b>: I could not switch it off after { $duration }
    }, as { $name } had ordered. The client may be waiting. See to it with { $name }, or in Bitrix24.
room-timer-why = Why: { $reason }
handover-head =
    { $count ->
        [one] 🤝 Handover: { $count } dialog is silent now.
       *[other] 🤝 Handover: { $count } dialogs are silent now.
    }
handover-nothing = 🤝 Handover: nothing is silent now, as far as I switched it.
handover-row = 🔇 { $row }
handover-lasts = for { $duration }
handover-ends = ends in { $duration }
handover-no-end = <b>no end set</b>
handover-counts = In the last { $duration }: 🔇 on { $on } · 🔊 off { $off } · ⚠️ failed or in doubt { $failed }

## A note that only colleagues see

whisper-posted = 🤫 { $dialog }: your note is posted, for colleagues only.
whisper-not-enabled =
    🤫 Not posted: notes are not switched on here.
    They rest on <code>SKIP_CONNECTOR</code>, a parameter of Bitrix24's method <code>im.message.add</code> that its page does not document: were it ignored, the client would read the note. Whoever runs the bot can switch them on with <code>HUSHBOT_WHISPER=true</code>.
whisper-doubtful =
    ⚠️ { $dialog }: your note is <b>not posted</b>, because I can't be sure that the client would not see it. { $doubt ->
        [closed] The session is closed; a message there may start a new one.
        [kind] Bitrix24 does not say that it is an open-channel dialog.
        [moved] The portal has just moved to another address. Send the note again.
       *[unclear] What Bitrix24 tells of the dialog can't be read for certain.
    }
whisper-not-member = ⚠️ { $dialog }: your note is <b>not posted</b>: you are not in this dialog. Join it in Bitrix24, then send the note again.
whisper-failed = ⚠️ { $dialog }: your note is <b>not posted</b>.
whisper-unclear = ❓ { $dialog }: your note may be posted, or not; I can't tell, and I won't post it twice. Look in Bitrix24.

## The menu of commands, at most 256 characters each

menu-silent = Switch silent mode: 2024 on, 2024 on 30m, 2024 off
menu-status = Look at a dialog without changing it
menu-log = Who switched what
menu-whoami = Who I am here, and how my portal does
menu-connect = Connect my portal with a webhook
menu-portal = Choose among my portals
menu-disconnect = Forget my access to a portal
menu-language = Choose the language
menu-help = What I can do here
menu-start = Begin
menu-dialogs = Choose among my open dialogs
menu-silenced = All that is silent now
menu-remind = When to remind me of a silence: 2h, off
menu-handover = What the next shift has to know
menu-whisper = A note that only colleagues see: 2024 text
menu-here = Make a group the on-call room (send it there)
menu-invite = A link that lets one person in
menu-supervisors = Who is let in
menu-revoke = Take somebody's access away

## Signing in on a portal

sign-in-howto =
    <b>Sign in</b>
    Send me your portal's address, and I answer with a button that leads to its sign-in:
    <code>/connect NAME.bitrix24.com</code>

    <b>Or use a webhook</b>
    In Bitrix24: Developer resources → Other → Incoming webhook. Tick Open Channels (<code>imopenlines</code>) and Chat and Notifications (<code>im</code>), and send me its address. I delete your message at once.
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
sign-in-go-there =
    { $minutes ->
        [one] 🔑 Sign in on <code>{ $portal }</code> with the button, within { $minutes } minute. From then on I act there in your name.
       *[other] 🔑 Sign in on <code>{ $portal }</code> with the button, within { $minutes } minutes. From then on I act there in your name.
    }
sign-in-no-keys = ⚠️ I can't sign in on <code>{ $portal }</code>: whoever runs this bot has given me no application's keys for it.
sign-in-no-public-address = ⚠️ I can't sign in on <code>{ $portal }</code>: this bot has no address on the internet, so the portal could not call back.
sign-in-no-address = ⚠️ <code>{ $portal }</code> is an address that this bot may not open.
sign-in-instead = A webhook works without that.
sign-in-not-done = ⚠️ Not signed in on <code>{ $portal }</code>. { $why }
sign-in-abandoned = Nobody came back from the portal in time. If it showed an error, you may have no right to the application there: ask the portal's admin.
sign-in-other-portal = Another portal answered than the one you named. Check the address.
sign-in-too-late = Bitrix24 did not accept its own answer any more; it is good for half a minute only. Try once more.
sign-in-ended = ⚠️ I have no access to <code>{ $portal }</code> any more. { $why }
trouble-ended-over = Your sign-in has ended. Sign in again with the button, or with <code>/connect { $portal }</code> in our private chat.
    .short = sign in again
trouble-ended-keys-refused = Bitrix24 does not accept this bot's application on <code>{ $portal }</code>: its keys are wrong, or it is not installed there. Tell whoever runs the bot, then sign in again.
    .short = application's keys refused
trouble-ended-unpaid = Bitrix24 says that <code>{ $portal }</code> or the application is not paid for, or that the application was removed. Ask the portal's admin, then sign in again.
    .short = portal or application not paid for
trouble-ended-app-removed = The application was removed from <code>{ $portal }</code>. Ask the portal's admin to install it again, then sign in again.
    .short = application removed
trouble-auth-server-silent = Bitrix24's authorisation server does not answer as it should, so I have no valid token for now. Try again later.
    .short = no answer from the authorisation server
connection-signed-in =
    { $count ->
        [one] Signed in; without any use that lasts { $count } more day.
       *[other] Signed in; without any use that lasts { $count } more days.
    }
button-go-sign-in = 🔑 Sign in
button-sign-in = 🔑 Sign in again

## What a browser shows after a sign-in: plain text

page-connected = { $portal } is connected.
page-connected-who = From now on { $owner } on Telegram acts there as { $person }. If you don't know who that is, somebody has sent you their link: tell the portal's admin to remove the application, at once.
page-goes-on = It takes a little longer. Telegram will tell.
page-not-done = That did not work. Telegram says why.
page-unknown = This link was used before, or is none of mine. Begin anew with /connect in Telegram.
page-expired = This link is too old: it is good for ten minutes. Begin anew with /connect in Telegram.
page-go-back = You can go back to Telegram.
