# hushbot po polsku. Terminy jak w Bitrix24: „tryb cichy”, „Otwarte kanały”.
# Klucze i zmienne są te same co w en.ftl; sprawdzają to testy.
#
# Znaczniki to HTML Telegrama: tylko <b> i <code>. To, co w <code>, kopiuje się dotknięciem.
# Na lewym brzegu: 🔇 tryb cichy, 🔊 bez trybu cichego, ⚠️ kłopot, ❓ nie wiadomo, ⏳ w toku,
# ⏰ za późno, 🚨 ktoś musi zareagować od razu.

## Sam język

language-name = Polski
language-name-english = Polish
# Słowa „włącz” i „wyłącz”, po przecinku. Pierwsze z nich stoi w przykładach.
silent-on-words = wł, włącz, włączyć, włączony, wl, wlacz, wlaczyc, tak, cicho, ukryj
silent-off-words = wył, wyłącz, wyłączyć, wyłączony, wyl, wylacz, wylaczyc, nie, pokaż, pokaz
# Słowa na jednostki czasu, po przecinku: 30min, 2 godziny.
unit-minute-words = min, minuta, minutę, minuty, minut
unit-hour-words = h, godz, godzina, godzinę, godziny, godzin
unit-day-words = d, dzień, dzien, dni

## Części

example-dialog = 2024
dialog = <b>{ $number }</b>
dialog-named = <b>{ $number }</b> · { $name }
dialog-on-portal = { $dialog } (<code>{ $portal }</code>)
dialog-reference = <code>{ $reference }</code>
scope-name = <code>{ $scope }</code>
list-more = … i jeszcze { $count }
date = { $day } { $month } { $year }
# Dopełniacz: „5 marca”.
month =
    { $month ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[12] grudnia
    }
# Biernik: „za 1 minutę”, „na 1 minutę”, „1 minutę temu”.
duration-days =
    { $count ->
        [one] { $count } dzień
        [few] { $count } dni
        [many] { $count } dni
       *[other] { $count } dnia
    }
duration-hours =
    { $count ->
        [one] { $count } godzinę
        [few] { $count } godziny
        [many] { $count } godzin
       *[other] { $count } godziny
    }
duration-minutes =
    { $count ->
        [one] { $count } minutę
        [few] { $count } minuty
        [many] { $count } minut
       *[other] { $count } minuty
    }
duration-seconds =
    { $count ->
        [one] { $count } sekundę
        [few] { $count } sekundy
        [many] { $count } sekund
       *[other] { $count } sekundy
    }
duration-both = { $big } { $small }
wait-known = za { $duration }
wait-unknown = za około dziesięć minut
ago = { $duration } temu
# Sekundy z jednym miejscem po przecinku.
seconds = { $whole },{ $tenths } s

## Przyciski: najwyżej 24 znaki

button-silent-on = 🔇 Włącz tryb cichy
button-silent-off = 🔊 Wyłącz tryb cichy
button-refresh = 🔄 Odśwież
button-retry = 🔁 Ponów
button-status = 🔎 Pokaż stan
button-minutes = ⏱️ { $count } min
button-hours = ⏱️ { $count } godz.
button-more = 🔇 Jeszcze { $count } min
# Włącz znowu, gdy czas minął, tym razem bez końca.
button-on-again = 🔇 Znów, bezterminowo
button-run-now = ▶️ Wykonaj teraz
# Jedna z kilku rozmów: do czego prowadzi naciśnięcie.
button-silent-on-one = { $number } → 🔇
button-silent-off-one = { $number } → 🔊
button-retry-one = { $number } 🔁
button-status-one = { $number } 🔎
button-portal = { $number } · { $portal }
button-share = 📨 Przekaż dalej

## Czyje wiadomości obejmuje tryb cichy

silent-means =
    { $generation ->
        [chat] Klient nie otrzymuje niczego, co piszą operatorzy.
        [personal] Twoje wiadomości widzą tylko współpracownicy. Inni operatorzy mają własny przełącznik.
       *[unknown] Twoje wiadomości widzą tylko współpracownicy. Wiadomości innych operatorów mogą nadal docierać do klienta.
    }
loud-means =
    { $generation ->
        [chat] Klient otrzymuje to, co piszą operatorzy.
        [personal] Klient otrzymuje Twoje wiadomości.
       *[unknown] Klient otrzymuje Twoje wiadomości.
    }
generation =
    { $generation ->
        [chat] Tryb cichy jest tam wspólny dla całej rozmowy: gdy jest włączony, klient nie otrzymuje niczego, co piszą operatorzy.
        [personal] Tryb cichy jest tam osobny dla każdego: zatrzymuje Twoje wiadomości, ale nie wiadomości innych operatorów.
       *[unknown] Czyje wiadomości zatrzymuje tam tryb cichy, tylko Twoje czy wszystkich operatorów, okaże się przy pierwszym przełączeniu.
    }

## Przełączono jedną rozmowę

switched-on = 🔇 { $dialog }: tryb cichy włączony.
switched-on-for = 🔇 { $dialog }: tryb cichy włączony na { $duration }.
switched-off = 🔊 { $dialog }: tryb cichy wyłączony.
# Pod powyższym wierszem.
loud-again =
    { $generation ->
        [chat] Klient znów otrzymuje to, co piszą operatorzy.
        [personal] Klient znów otrzymuje Twoje wiadomości.
       *[unknown] Klient znów otrzymuje Twoje wiadomości.
    }
accepted-on = ❓ { $dialog }: Bitrix24 przyjął polecenie „włącz”, ale stanu nie da się tam odczytać. Przed napisaniem czegoś, czego klient nie może zobaczyć, proszę sprawdzić w Bitrix24.
accepted-off = ❓ { $dialog }: Bitrix24 przyjął polecenie „wyłącz”, ale stanu nie da się tam odczytać. Proszę sprawdzić w Bitrix24, czy wiadomości docierają do klienta.
contradicted-on = ⚠️ { $dialog }: Bitrix24 odpowiedział „tak”, ale tryb cichy <b>nadal NIE jest włączony</b> (sprawdzono). Proszę nie pisać niczego, czego klient nie może zobaczyć.
contradicted-off = ⚠️ { $dialog }: Bitrix24 odpowiedział „tak”, ale tryb cichy <b>nadal jest włączony</b> (sprawdzono). Twoje wiadomości nie docierają do klienta.
failed-switch = ⚠️ { $dialog }: nie przełączono.
failed-switch-maybe = ❓ { $dialog }: nie wiadomo, czy przełączono. Przed pisaniem proszę sprawdzić stan.
failed-status = ⚠️ { $dialog }: nie można pokazać stanu.

## Kilka rozmów

many-on =
    { $count ->
        [one] 🔇 Tryb cichy włączony w { $count } rozmowie.
        [few] 🔇 Tryb cichy włączony we wszystkich { $count } rozmowach.
        [many] 🔇 Tryb cichy włączony we wszystkich { $count } rozmowach.
       *[other] 🔇 Tryb cichy włączony we wszystkich { $count } rozmowach.
    }
many-off =
    { $count ->
        [one] 🔊 Już bez trybu cichego: { $count } rozmowa.
        [few] 🔊 Już bez trybu cichego: wszystkie { $count } rozmowy.
        [many] 🔊 Już bez trybu cichego: wszystkie { $count } rozmów.
       *[other] 🔊 Już bez trybu cichego: wszystkie { $count } rozmowy.
    }
many-on-partly =
    { $count ->
        [one] ⚠️ Tryb cichy na pewno włączony: { $done } z { $count } rozmowy.
        [few] ⚠️ Tryb cichy na pewno włączony: { $done } z { $count } rozmów.
        [many] ⚠️ Tryb cichy na pewno włączony: { $done } z { $count } rozmów.
       *[other] ⚠️ Tryb cichy na pewno włączony: { $done } z { $count } rozmowy.
    }
many-off-partly =
    { $count ->
        [one] ⚠️ Na pewno już bez trybu cichego: { $done } z { $count } rozmowy.
        [few] ⚠️ Na pewno już bez trybu cichego: { $done } z { $count } rozmów.
        [many] ⚠️ Na pewno już bez trybu cichego: { $done } z { $count } rozmów.
       *[other] ⚠️ Na pewno już bez trybu cichego: { $done } z { $count } rozmowy.
    }
many-on-accepted =
    { $count ->
        [one] ❓ Bitrix24 przyjął polecenie „włącz” dla { $count } rozmowy, ale stanu nie da się tam odczytać. Przed pisaniem proszę sprawdzić w Bitrix24.
        [few] ❓ Bitrix24 przyjął polecenie „włącz” dla { $count } rozmów, ale stanu nie da się tam odczytać. Przed pisaniem proszę sprawdzić w Bitrix24.
        [many] ❓ Bitrix24 przyjął polecenie „włącz” dla { $count } rozmów, ale stanu nie da się tam odczytać. Przed pisaniem proszę sprawdzić w Bitrix24.
       *[other] ❓ Bitrix24 przyjął polecenie „włącz” dla { $count } rozmowy, ale stanu nie da się tam odczytać. Przed pisaniem proszę sprawdzić w Bitrix24.
    }
many-off-accepted =
    { $count ->
        [one] ❓ Bitrix24 przyjął polecenie „wyłącz” dla { $count } rozmowy, ale stanu nie da się tam odczytać. Proszę sprawdzić w Bitrix24, czy wiadomości docierają do klienta.
        [few] ❓ Bitrix24 przyjął polecenie „wyłącz” dla { $count } rozmów, ale stanu nie da się tam odczytać. Proszę sprawdzić w Bitrix24, czy wiadomości docierają do klientów.
        [many] ❓ Bitrix24 przyjął polecenie „wyłącz” dla { $count } rozmów, ale stanu nie da się tam odczytać. Proszę sprawdzić w Bitrix24, czy wiadomości docierają do klientów.
       *[other] ❓ Bitrix24 przyjął polecenie „wyłącz” dla { $count } rozmowy, ale stanu nie da się tam odczytać. Proszę sprawdzić w Bitrix24, czy wiadomości docierają do klientów.
    }
# Pod listą: czyje wiadomości zatrzymują wiersze z tym znakiem.
many-means = 🔇 = tryb cichy. { $means }
row-on = 🔇 { $dialog }: tryb cichy
row-off = 🔊 { $dialog }: bez trybu cichego
row-unknown = ❓ { $dialog }: nie wiadomo
row-accepted = ❓ { $dialog }: przyjęto, nie można sprawdzić
row-still-on = ⚠️ { $dialog }: <b>nadal tryb cichy</b>
row-still-off = ⚠️ { $dialog }: <b>nadal BEZ trybu cichego</b>
row-failed = ⚠️ { $dialog }: { $reason }
row-maybe = ❓ { $dialog }: nie wiadomo, czy przełączono; { $reason }
row-closed = { $row } · sesja zamknięta
row-ends = { $row } · jeszcze { $duration }

## Stan rozmowy

status-on = 🔇 { $dialog }: tryb cichy włączony.
status-off = 🔊 { $dialog }: bez trybu cichego.
status-unknown =
    ❓ { $dialog }: nie wiadomo.
    Bitrix24 nie podaje, czy tryb cichy jest włączony. Przed napisaniem czegoś, czego klient nie może zobaczyć, proszę sprawdzić w Bitrix24.
status-closed = Sesja jest zamknięta: dopóki nie zacznie się nowa, wiadomości nie docierają do nikogo.
# O jednej rozmowie lub o kilku.
ends-in = ⏱️ Tryb cichy sam się wyłączy za { $duration }.

## Karta rozmowy: fakty pod jej stanem, każdy w krótkim wierszu

button-undo = ↩️ Cofnij
button-open = 🔗 Otwórz
# Kanał według rodzaju; nieznany pokazuje swój kod.
card-channel =
    { $channel ->
        [livechat] 💬 Czat na żywo
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
        [notifications] 💬 SMS i WhatsApp
        [max] 💬 MAX
        [wazzup] 💬 Wazzup
        [skype] 💬 Skype
       *[unknown] 💬 { $code }
    }
card-line = { $line }
card-operator = 👤 { $name }
# Numer pracownika na portalu, gdy nie da się poznać nazwiska.
card-operator-number = 👤 pracownik nr { $number }
card-operator-nobody = 👤 nikt jej jeszcze nie przejął
card-silenced = 🕐 tryb cichy już { $duration } · { $name }
card-ends = ⏱️ sam się wyłączy za { $duration }
card-ends-at = ⏱️ do { $clock } (jeszcze { $duration })
# Inny dzień niż dziś: „do wt. 5 marca, 15:30”.
clock-day = { $weekday } { $day } { $month }, { $time }
weekday =
    { $weekday ->
        [1] pon.
        [2] wt.
        [3] śr.
        [4] czw.
        [5] pt.
        [6] sob.
       *[7] niedz.
    }
# W grupie: kto to zrobił.
acted-by = — { $name }
# Alert, najwyżej 200 znaków: przycisk, który mógłby już zaszkodzić.
old-card = Ta karta była nieaktualna. Oto stan teraz: proszę nacisnąć jeszcze raz.

## Gdy polecenie jest w toku

interim =
    ⏳ { $dialogs }: { $order ->
        [on] włączam tryb cichy.
        [off] wyłączam tryb cichy.
       *[none] jeszcze nad tym pracuję.
    }
interim-nothing = ⏳ Jeszcze nad tym pracuję.
interim-waiting =
    { $why ->
        [requests] Bitrix24 prosi o chwilę przerwy (zbyt wiele żądań)
        [limit] Bitrix24 prosi o chwilę przerwy (limit czasu wyczerpany)
        [unreachable] Nie można połączyć się z portalem
        [no-answer] Bitrix24 nie odpowiada
       *[error] Bitrix24 ma błąd wewnętrzny
    }; następna próba za { $duration }.
interim-foot = Wynik pojawi się tutaj.

## Polecenia, które dotarły za późno

old-order = ⏰ To dotarło { $duration } za późno, więc nie zostało wykonane: <code>{ $text }</code>
old-order-button = ⏰ Przycisk naciśnięto { $duration } temu, gdy nie było mnie w sieci. Niczego nie przełączono.
old-order-interrupted = ⏰ Moja praca została przerwana { $duration } temu i nie wiem, czy to polecenie wykonano: <code>{ $text }</code>
old-order-button-interrupted = ⏰ Przycisk naciśnięto { $duration } temu, potem moja praca została przerwana i nie wiem, czy polecenie wykonano.
old-order-gone = ⏰ Tego polecenia nie da się już wykonać: zostało już wykonane, przepadło albo należy do kogoś innego. Teraz niczego nie przełączono.
not-kept = ⚠️ Nie mogę teraz bezpiecznie zapisać polecenia (problem z moim dyskiem), więc nie zostało wykonane. Proszę przełączyć w Bitrix24 i powiadomić opiekuna bota.
not-kept-yet = ⚠️ Nie mogę teraz zapisać polecenia (problem z moją bazą danych), więc jeszcze nie zostało wykonane. Czeka; zajmę się nim, gdy tylko będzie to możliwe. W pilnej sprawie proszę przełączyć w Bitrix24.

## Tryb cichy na czas

timer-over = 🔊 { $dialog }: koniec trybu cichego, trwał { $duration }. { $means }
timer-accepted = ❓ { $dialog }: tryb cichy był włączony na { $duration }, ten czas minął. Bitrix24 przyjął polecenie „wyłącz”, ale stanu nie da się tam odczytać. Proszę sprawdzić w Bitrix24, czy wiadomości docierają do klienta.
timer-contradicted = 🚨 { $dialog }: tryb cichy <b>NADAL JEST WŁĄCZONY</b> (sprawdzono). Miał być włączony na { $duration }; na polecenie „wyłącz” Bitrix24 odpowiedział „tak”, ale go nie wykonał. Twoje wiadomości nie docierają do klienta.
timer-failed = 🚨 { $dialog }: tryb cichy <b>NADAL JEST WŁĄCZONY</b>. Miał być włączony na { $duration }, a wyłączyć się go nie udało. Twoje wiadomości nie docierają do klienta.
timer-unclear = 🚨 { $dialog }: tryb cichy może być <b>NADAL WŁĄCZONY</b>. Miał być włączony na { $duration }; nie wiadomo, czy próba wyłączenia się udała. Proszę sprawdzić stan.
timer-no-connection = Nie mam już dostępu do portalu tej rozmowy. Proszę wyłączyć tryb cichy w Bitrix24 albo znów podłączyć portal poleceniem /connect w prywatnym czacie ze mną.
timer-replaced =
    { $order ->
        [on] ⏱️ { $dialog }: nowe polecenie „włącz” (autor: { $name }). Twój timer już nie działa: o ustawionej porze nie wyłączę trybu cichego.
       *[off] ⏱️ { $dialog }: polecenie „wyłącz” (autor: { $name }). Twój timer już nie działa.
    }

## Rozmowy w trybie cichym, których pilnuję

button-all-off = 🔊 Wyłącz we wszystkich
# Bitrix24 go zniósł: przywrócić, jak było.
button-again = 🔇 Włącz ponownie
watch-closed = 🔊 { $dialog }: sesję zamknięto, a z nią skończył się tryb cichy. Trwał { $duration }.
watch-dropped = ⚠️ { $dialog }: tryb cichy <b>już NIE jest włączony</b> (sprawdzono). Trwał { $duration }; zniósł go Bitrix24 albo ktoś go tam wyłączył. { $means }
watch-by = 🔊 { $dialog }: tryb cichy wyłączony (autor: { $name }). Trwał { $duration }. { $means }
watch-lost = ⚠️ { $dialog }: nie mogę już pilnować tej rozmowy: Bitrix24 Ci jej nie pokazuje albo nie przyjmuje Twojego webhooka. Tryb cichy trwał już { $duration }. Proszę sprawdzić w Bitrix24, czy nadal jest włączony.
watch-many =
    { $count ->
        [one] ⚠️ Zmiana w { $count } rozmowie z Twoim trybem cichym:
        [few] ⚠️ Zmiany w { $count } rozmowach z Twoim trybem cichym:
        [many] ⚠️ Zmiany w { $count } rozmowach z Twoim trybem cichym:
       *[other] ⚠️ Zmiany w { $count } rozmowach z Twoim trybem cichym:
    }
watch-row-closed = 🔊 { $dialog }: sesja zamknięta
watch-row-dropped = ⚠️ { $dialog }: <b>już BEZ trybu cichego</b>
watch-row-by = 🔊 { $dialog }: wyłączono (autor: { $name })
watch-row-lost = ⚠️ { $dialog }: nie ma już dostępu, proszę sprawdzić w Bitrix24
reminder = 🔇 { $dialog }: tryb cichy trwa już { $duration }. { $means }
reminder-waits = 🚨 { $dialog }: <b>klient czeka</b> na odpowiedź, a tryb cichy trwa już { $duration }. { $means }
reminder-many =
    { $count ->
        [one] 🔇 Tryb cichy nadal włączony w { $count } rozmowie:
        [few] 🔇 Tryb cichy nadal włączony w { $count } rozmowach:
        [many] 🔇 Tryb cichy nadal włączony w { $count } rozmowach:
       *[other] 🔇 Tryb cichy nadal włączony w { $count } rozmowach:
    }
reminder-many-wait =
    { $count ->
        [one] 🚨 Tryb cichy nadal włączony w { $count } rozmowie, a <b>klient czeka</b>:
        [few] 🚨 Tryb cichy nadal włączony w { $count } rozmowach, a <b>klienci czekają</b>:
        [many] 🚨 Tryb cichy nadal włączony w { $count } rozmowach, a <b>klienci czekają</b>:
       *[other] 🚨 Tryb cichy nadal włączony w { $count } rozmowach, a <b>klienci czekają</b>:
    }
reminder-row = 🔇 { $dialog }: już { $duration }
reminder-row-waits = 🚨 { $dialog }: już { $duration }, <b>klient czeka</b>
reminder-foot = Kiedy przypominać: /remind
remind-after = ⏱️ O trybie cichym bez ustawionego końca przypominam, gdy trwa już { $duration }, i ponownie po takim samym czasie.
remind-off = ⏱️ O trybie cichym bez ustawionego końca nie przypominam.
remind-how = Zmiana: <code>/remind 2h</code> albo <code>/remind wył</code>
silenced-head =
    { $count ->
        [one] 🔇 Tryb cichy włączony przeze mnie w { $count } rozmowie:
        [few] 🔇 Tryb cichy włączony przeze mnie w { $count } rozmowach, od najdłuższego:
        [many] 🔇 Tryb cichy włączony przeze mnie w { $count } rozmowach, od najdłuższego:
       *[other] 🔇 Tryb cichy włączony przeze mnie w { $count } rozmowach, od najdłuższego:
    }
silenced-head-all =
    { $count ->
        [one] 🔇 Wszyscy: tryb cichy włączony przeze mnie w { $count } rozmowie:
        [few] 🔇 Wszyscy: tryb cichy włączony przeze mnie w { $count } rozmowach, od najdłuższego:
        [many] 🔇 Wszyscy: tryb cichy włączony przeze mnie w { $count } rozmowach, od najdłuższego:
       *[other] 🔇 Wszyscy: tryb cichy włączony przeze mnie w { $count } rozmowach, od najdłuższego:
    }
silenced-none = 🔊 W żadnej z Twoich rozmów nie ma trybu cichego włączonego przeze mnie.
silenced-none-all = 🔊 W żadnej rozmowie nie ma trybu cichego włączonego przeze mnie.
silenced-row = 🔇 { $dialog }: { $duration }
silenced-row-unproven = ❓ { $dialog }: { $duration }
silenced-row-by = { $row } · { $name }
silenced-unproven = ❓ = teraz nie dało się sprawdzić.

## Dziennik

log-head = Kto co przełączał, od najnowszych:
log-head-dialog = Kto przełączał rozmowę { $dialog }, od najnowszych:
log-empty = Jeszcze niczego nie przełączano.
log-empty-dialog = Nic mi nie wiadomo, by ktoś przełączał rozmowę { $dialog }.
log-row =
    { $mark ->
        [on] 🔇
        [off] 🔊
        [unknown] ❓
        [replaced] ⏭️
       *[trouble] ⚠️
    } { $where }
    { $what }
log-on = włącz
log-on-for = włącz na { $duration }
log-off = wyłącz
log-who = { $name }
log-who-id = <code>{ $id }</code>
log-timer = timer ({ $person })
log-reason = „{ $reason }”
log-took = { $outcome }, { $seconds }
log-outcome =
    { $outcome ->
        [done] wykonano
        [said] przyjęto, nie można sprawdzić
        [contradicted] <b>nie wykonano</b>, choć Bitrix24 odpowiedział „tak”
        [failed] nie udało się
        [unclear] nie wiadomo, czy wykonano
       *[replaced] zastąpione nowszym poleceniem
    }

## Dla administratorów: tylko oni mogą to naprawić

alarm-second-poller = 🚨 Ktoś inny odbiera moje wiadomości: działa druga kopia bota z tym samym tokenem albo ustawiono webhook. Dopóki nie zostanie tylko jeden odbiorca, część wiadomości do mnie nie dociera. Proszę zatrzymać drugiego.
alarm-portal-blocked = 🚨 Bitrix24 zablokował REST dla <code>{ $portal }</code>. Niczego tam nie przełączę, dopóki administrator portalu nie uzyska odblokowania przez pomoc techniczną Bitrix24.
alarm-store-broken = 🚨 Nie mogę już zapisywać na dysku, więc nie wykonuję poleceń. Proszę sprawdzić dysk i uruchomić mnie ponownie.
alarm-store-away = 🚨 Moja baza danych jest niedostępna lub nie przyjmuje zapisów, więc na razie nie wykonuję poleceń. Czekają w Telegramie, a gdy baza wróci, sam zacznę je wykonywać: proszę zająć się bazą, restart nie jest potrzebny.

## Dlaczego portal tego nie zrobił. Atrybut to krótka forma do list.

trouble-no-such-dialog = Na portalu nie ma rozmowy o tym numerze. Proszę sprawdzić numer albo wysłać link do rozmowy.
    .short = nie ma takiej rozmowy
trouble-not-an-open-channel = Ten czat nie jest rozmową otwartego kanału i nie ma trybu cichego. Proszę sprawdzić numer.
    .short = to nie otwarty kanał
trouble-no-dialog-access = Brak uprawnień do dołączania do rozmów tego otwartego kanału. O dostęp proszę zwrócić się do administratora portalu.
    .short = brak dostępu
trouble-dialog-unavailable = Bitrix24 nie pokazuje takiej rozmowy. Proszę sprawdzić numer; jeśli jest poprawny, o dostęp do otwartego kanału proszę zwrócić się do administratora portalu.
    .short = nie ma jej lub brak dostępu
trouble-no-card-access = Bitrix24 nie pokazuje Ci tej karty CRM albo nie należy do niej żadna rozmowa. Proszę sprawdzić link albo wkleić link do samej rozmowy.
    .short = karty nie widać lub brak rozmów
trouble-credentials-refused = Bitrix24 nie przyjmuje webhooka: został usunięty albo jego klucz jest błędny. Proszę utworzyć nowy i wysłać go poleceniem /connect w prywatnym czacie ze mną.
    .short = webhook odrzucony, potrzebny nowy: /connect
trouble-nobody-behind-credentials = Za Twoim webhookiem nie stoi już żaden użytkownik. Proszę utworzyć nowy na własnym koncie i wysłać go poleceniem /connect w prywatnym czacie ze mną.
    .short = webhook bez użytkownika
trouble-user-inactive = Twoje konto na portalu jest nieaktywne. Aktywować je może administrator portalu.
    .short = Twoje konto jest nieaktywne
trouble-not-an-employee = Tryb cichy jest tylko dla pracowników, a webhook należy do kogoś z zewnątrz. Proszę utworzyć webhook na koncie pracownika i wysłać go poleceniem /connect w prywatnym czacie ze mną.
    .short = webhook nie należy do pracownika
trouble-missing-scopes =
    { $count ->
        [one] Webhookowi brakuje uprawnienia { $scopes }. Proszę dodać je w ustawieniach webhooka w Bitrix24 i spróbować ponownie.
        [few] Webhookowi brakuje uprawnień { $scopes }. Proszę dodać je w ustawieniach webhooka w Bitrix24 i spróbować ponownie.
        [many] Webhookowi brakuje uprawnień { $scopes }. Proszę dodać je w ustawieniach webhooka w Bitrix24 i spróbować ponownie.
       *[other] Webhookowi brakuje uprawnień { $scopes }. Proszę dodać je w ustawieniach webhooka w Bitrix24 i spróbować ponownie.
    }
    .short = webhookowi brakuje uprawnień: { $scopes }
trouble-app-restricted = Aplikacja jest dostępna tylko dla wybranych osób. O dodanie proszę zwrócić się do administratora portalu.
    .short = brak dostępu do aplikacji
trouble-app-removed = Aplikację usunięto z portalu. Administrator portalu może zainstalować ją ponownie; można też podłączyć webhook poleceniem /connect w prywatnym czacie ze mną.
    .short = aplikacja usunięta
trouble-wrong-kind-of-credentials = Ten rodzaj dostępu na to nie pozwala. Proszę utworzyć webhook przychodzący i wysłać go poleceniem /connect w prywatnym czacie ze mną.
    .short = niewłaściwy rodzaj dostępu
trouble-confirmation-waiting = Najpierw musi to zatwierdzić w Bitrix24 administrator portalu. Proszę się do niego zwrócić, a potem spróbować ponownie.
    .short = czeka na zgodę administratora
trouble-confirmation-denied = Administrator portalu odmówił tego w Bitrix24. Tylko on może na to pozwolić.
    .short = administrator odmówił
trouble-plan-required = Plan portalu nie obejmuje dostępu do REST. Administrator portalu musi mieć płatny plan albo subskrypcję Market.
    .short = plan bez dostępu do REST
trouble-tariff-lacks-feature = Plan portalu tego nie obejmuje. Proszę porozmawiać z administratorem portalu.
    .short = plan portalu tego nie obejmuje
trouble-too-many-requests = Portal dostaje teraz zbyt wiele żądań; nic nie zostało zrobione. Proszę spróbować ponownie za minutę.
    .short = zbyt wiele żądań, proszę ponowić
trouble-operating-time-used-up = Limit czasu portalu na tę czynność jest wyczerpany; nic nie zostało zrobione. Proszę spróbować ponownie { $wait }.
    .short = limit wyczerpany, proszę ponowić { $wait }
trouble-blocked-by-vendor = Bitrix24 zablokował REST dla tego portalu. Odblokowanie może uzyskać tylko administrator portalu przez pomoc techniczną Bitrix24.
    .short = REST zablokowany przez Bitrix24
trouble-portal-deleted = Ten portal jest zamknięty. Można go odłączyć poleceniem /disconnect.
    .short = portal zamknięty
trouble-method-missing = Portal tego nie potrafi: brakuje modułu otwartych kanałów albo jest on zbyt stary. Musi go zainstalować lub zaktualizować administrator portalu.
    .short = brak modułu otwartych kanałów lub stary
trouble-chat-module-missing = Na portalu brakuje modułu czatu. Musi go zainstalować administrator portalu.
    .short = brak modułu czatu
trouble-https-required = Portal wymaga https. Proszę skopiować adres webhooka na nowo, z <code>https://</code>, i wysłać go poleceniem /connect w prywatnym czacie ze mną.
    .short = wymagany https
trouble-auth-server-unreachable = Portal nie może połączyć się z serwerem autoryzacji Bitrix24. Proszę spróbować później; jeśli to nie minie, powiadomić administratora portalu.
    .short = portal bez łączności z Bitrix24, proszę ponowić później
trouble-portal-fault = Coś zepsuło się w Bitrix24. Proszę spróbować ponownie za minutę; jeśli to nie minie, powiadomić administratora portalu.
    .short = błąd wewnątrz Bitrix24
trouble-refused = Bitrix24 odmówił, kod <code>{ $code }</code>. Proszę podać ten kod administratorowi portalu.
    .short = odmowa: <code>{ $code }</code>
trouble-unreachable = Nie można połączyć się z portalem; nic nie zostało zrobione. Proszę spróbować ponownie; jeśli to nie minie, sprawdzić, czy portal otwiera się w przeglądarce.
    .short = brak połączenia z portalem
trouble-no-answer = Bitrix24 nie odpowiedział na czas. Proszę spróbować ponownie za minutę.
    .short = brak odpowiedzi na czas
trouble-unreadable-answer = Odpowiedzi Bitrix24 nie da się odczytać; może pochodzi od serwera proxy. Proszę spróbować ponownie; jeśli to nie minie, powiadomić administratora portalu.
    .short = nieczytelna odpowiedź
trouble-address-refused = Nazwa portalu prowadzi do adresu wewnętrznego, którego ten bot nie może otwierać. Pozwolić na to może opiekun bota.
    .short = adres wewnętrzny, niedozwolony
trouble-redirect-refused = Portal przekierowuje gdzie indziej, a ja tam nie przechodzę. Jeśli zmienił adres, proszę utworzyć webhook pod nowym adresem i wysłać go poleceniem /connect w prywatnym czacie ze mną.
    .short = przekierowuje gdzie indziej

## Dlaczego nic nie wysłano do portalu

reason-not-connected = Nie ma podłączonego portalu. Jak go podłączyć, podpowie /connect w prywatnym czacie ze mną.
    .short = brak podłączonego portalu
reason-other-portal = Link prowadzi do <code>{ $portal }</code>, a ten portal nie jest podłączony. Proszę podłączyć go poleceniem /connect w prywatnym czacie ze mną.
    .short = nie podłączono <code>{ $portal }</code>
reason-no-such-connection = Portal tego przycisku nie jest podłączony. Proszę podłączyć go poleceniem /connect albo zapytać o rozmowę na własnym portalu: <code>/status { $dialog }</code>
    .short = jej portal nie jest podłączony
reason-not-connected-there = Portal tego przycisku nie jest podłączony. Proszę podłączyć go poleceniem /connect w prywatnym czacie ze mną albo przejrzeć własne rozmowy: /dialogs
    .short = jej portal nie jest podłączony
reason-superseded = Pierwszeństwo ma Twoje nowsze polecenie; tego nie wykonano.
    .short = zastąpione nowszym poleceniem
reason-superseded-by = Pierwszeństwo ma nowsze polecenie (autor: { $name }); tego nie wykonano.
    .short = zastąpione nowszym poleceniem (autor: { $name })

## Powitanie i pomoc

welcome =
    👋 Przełączam tryb cichy w rozmowach otwartych kanałów Bitrix24. Twoja rola tutaj: { $role ->
        [admin] administrator
       *[supervisor] supervisor
    }.
let-in =
    ✅ Dostęp przyznany. Twoja rola: { $role ->
        [admin] administrator
       *[supervisor] supervisor
    }. Przełączam tryb cichy w rozmowach otwartych kanałów Bitrix24.
already-in =
    To konto ma już dostęp, rola: { $role ->
        [admin] administrator
       *[supervisor] supervisor
    }. Link pozostaje niewykorzystany, proszę przekazać go osobie, dla której jest.
next-silent =
    Można spróbować z numerem rozmowy: <code>/silent 2024 wł</code>
    Więcej: /help
next-connect = Teraz proszę podłączyć swój Bitrix24.
help-stranger =
    Ten bot przełącza tryb cichy w rozmowach Bitrix24 dla osób, które mają dostęp. To konto jeszcze go nie ma.
    Link może przysłać administrator; id dla niego pokaże /whoami.
    /language – inny język
help-not-connected = ⚠️ Portal nie jest jeszcze podłączony: proszę zacząć od /connect
help-examples = Można spróbować:
help-examples-with = Można spróbować w rozmowie „{ $name }”:
help-supervisor =
    <code>/silent { $dialog } wł</code> – Twoje wiadomości widzą tylko współpracownicy
    <code>/silent { $dialog } wł 30min</code> – to samo na 30 minut
    <code>/silent { $dialog } wył</code> – klient znów je widzi
help-more = /dialogs – wybór rozmowy, można też wkleić link; reszta jest w menu.
help-admin = Dla administratorów: /invite · /supervisors · <code>/revoke 123456789</code>
invite-unknown = Ten link nie działa: został już użyty albo jest niepełny. O nowy proszę zwrócić się do administratora.
invite-expired = Ten link jest zbyt stary. O nowy proszę zwrócić się do administratora.

## Ludzie

stranger = ⛔ Brak dostępu. Proszę podać administratorowi swoje id: <code>{ $id }</code>
denied-stranger = ⛔ Brak dostępu. Id dla administratora pokaże /whoami
denied-admins-only = ⛔ To tylko dla administratorów.
denied-private-only = 🔒 To działa tylko w prywatnym czacie ze mną: inni nie mogą tego widzieć.
whoami-head = Twoje id w Telegramie: <code>{ $id }</code>
whoami-role =
    Rola: { $role ->
        [admin] administrator
       *[supervisor] supervisor
    }
whoami-stranger = Brak dostępu. Proszę podać swoje id administratorowi.
whoami-not-connected = Brak podłączonego portalu. Jak go podłączyć, podpowie /connect
connection-healthy = ✅ <code>{ $portal }</code> · { $person }
connection-ailing = ⚠️ <code>{ $portal }</code> · { $person }
connection-default = { $connection } · domyślny
connection-since = Podłączono { $date }.
connection-lacks =
    { $count ->
        [one] ⚠️ Webhookowi brakuje uprawnienia { $scopes }.
        [few] ⚠️ Webhookowi brakuje uprawnień { $scopes }.
        [many] ⚠️ Webhookowi brakuje uprawnień { $scopes }.
       *[other] ⚠️ Webhookowi brakuje uprawnień { $scopes }.
    }
invite-text =
    <b>Zaproszenie do @{ $bot }</b>
    Proszę otworzyć link i nacisnąć Start:
    { $link }
    Kto otworzy go pierwszy, otrzyma dostęp jako supervisor. Link działa raz, przez { $hours ->
        [one] { $hours } godzinę
        [few] { $hours } godziny
        [many] { $hours } godzin
       *[other] { $hours } godziny
    }.
supervisors-head =
    { $count ->
        [one] Dostęp ma { $count } osoba:
        [few] Dostęp mają { $count } osoby:
        [many] Dostęp ma { $count } osób:
       *[other] Dostęp ma { $count } osoby:
    }
supervisor-row =
    <b>{ $name }</b> · { $role ->
        [admin] administrator
       *[supervisor] supervisor
    } · <code>{ $id }</code> · od { $date }
supervisor-row-environment = <code>{ $id }</code> · administrator z ustawień bota
supervisor-portals = { $row } · { $portals }
revoked = ✅ { $name } (<code>{ $id }</code>) nie ma już dostępu.
revoked-connections =
    { $count ->
        [one] Usunięto przy tym { $count } połączenie.
        [few] Usunięto przy tym { $count } połączenia.
        [many] Usunięto przy tym { $count } połączeń.
       *[other] Usunięto przy tym { $count } połączenia.
    }
revoked-silences =
    { $count ->
        [one] Tryb cichy włączony przez tę osobę na czas już sam się nie wyłączy w rozmowie { $dialogs }. Jeśli czeka tam klient, proszę wyłączyć tryb cichy.
        [few] Tryb cichy włączony przez tę osobę na czas już sam się nie wyłączy w rozmowach { $dialogs }. Jeśli czeka tam klient, proszę wyłączyć tryb cichy.
        [many] Tryb cichy włączony przez tę osobę na czas już sam się nie wyłączy w rozmowach { $dialogs }. Jeśli czeka tam klient, proszę wyłączyć tryb cichy.
       *[other] Tryb cichy włączony przez tę osobę na czas już sam się nie wyłączy w rozmowach { $dialogs }. Jeśli czeka tam klient, proszę wyłączyć tryb cichy.
    }
revoke-not-listed = Nikt z id <code>{ $id }</code> nie ma dostępu. Lista id: /supervisors
revoke-admin-by-environment = <code>{ $id }</code> to administrator z ustawień bota. Zmienić to może tylko opiekun bota.
revoke-oneself = Nie można odebrać dostępu samemu sobie. Może to zrobić inny administrator.

## Portale

webhook-howto =
    <b>Skąd wziąć webhook</b>
    W Bitrix24: Zasoby dla deweloperów → Inne → Webhook przychodzący.
    Uprawnienia: Otwarte kanały (<code>imopenlines</code>) oraz Czat i powiadomienia (<code>im</code>). Proszę zapisać i skopiować adres.
    Wygląda tak, z Twoim portalem, numerem użytkownika i długim kluczem:
    <code>https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Proszę wysłać go w prywatnym czacie ze mną, po poleceniu:
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Wiadomość od razu usunę, a klucz zachowam w postaci zaszyfrowanej.
connected = ✅ Podłączono <code>{ $portal }</code>. Konto na portalu: <b>{ $person }</b>.
connected-replaced = Zastąpiło to poprzednie połączenie z tym portalem.
connected-default = Odtąd ten portal jest domyślny; zmiana: /portal
connected-lacks-open-lines = ⚠️ Jeszcze nic nie zadziała: webhookowi brakuje uprawnienia „Otwarte kanały” (<code>imopenlines</code>). Proszę dodać je w ustawieniach webhooka w Bitrix24, a potem sprawdzić: /whoami
connected-lacks-im = Webhookowi brakuje uprawnienia „Czat i powiadomienia” (<code>im</code>). Mogę przełączać i bez niego, ale /dialogs niczego nie pokaże, a to, czyje wiadomości zatrzymuje tryb cichy, może się okazać dopiero później.
connected-cannot-switch = ⚠️ Ten portal nie potrafi przełączać trybu cichego: brakuje modułu otwartych kanałów albo jest on zbyt stary. Musi go zainstalować lub zaktualizować administrator portalu.
webhook-not-a-url = ⚠️ To nie jest webhook: nie da się tego odczytać jako adresu.
webhook-not-https = ⚠️ Webhook musi zaczynać się od <code>https://</code>.
webhook-no-rest-path = ⚠️ To adres, ale nie webhook: nie ma w nim <code>/rest/</code>.
webhook-no-user = ⚠️ Webhook jest niepełny: po <code>/rest/</code> brakuje numeru użytkownika.
webhook-no-secret = ⚠️ Webhook jest niepełny: klucza brakuje albo jest ucięty. Proszę skopiować cały adres.
webhook-address-refused = ⚠️ To adres wewnętrzny, którego ten bot nie może otwierać. Pozwolić na to może opiekun bota.
connect-other-user = ⚠️ Według Bitrix24 ten webhook należy do kogoś innego niż osoba z adresu. Proszę skopiować go na nowo.
connect-trouble = ⚠️ Nie podłączono.
portal-choice-use = Którego portalu używać domyślnie?
portal-choice-forget = Który portal odłączyć? Jego webhook usunę u siebie.
portal-name = <code>{ $portal }</code>
portal-row = { $number }. <code>{ $portal }</code> · { $person }
portal-chosen = ✅ Odtąd domyślny portal to <code>{ $portal }</code>.
disconnected = ✅ Odłączono <code>{ $portal }</code>. Webhook można też usunąć w Bitrix24.
not-connected = Nie ma podłączonego portalu. Jak go podłączyć, podpowie /connect
secret-deleted = 🔒 Wiadomość z webhookiem została usunięta.
secret-kept = ⚠️ Nie udało mi się usunąć wiadomości z webhookiem. <b>Proszę usunąć ją samodzielnie.</b>
secret-exposed = ⚠️ Webhook był w grupie, więc inni mogli go zobaczyć. Proszę usunąć go w Bitrix24, utworzyć nowy i wysłać mi w prywatnym czacie.

## Język

language-choice = W jakim języku mam mówić?
language-changed = ✅ Teraz mówię po polsku.

## Podpowiedzi

hint-no-dialog-silent =
    Która rozmowa? Na przykład:
    <code>/silent { $dialog } wł</code>
    <code>/silent { $dialog } wył</code>
    Zamiast numeru może być link do rozmowy.
hint-no-dialog-status =
    Która rozmowa? Na przykład:
    <code>/status { $dialog }</code>
    Zamiast numeru może być link do rozmowy.
hint-neither-dialog-nor-switch =
    „{ $word }” to ani rozmowa, ani „wł” czy „wył”. Niczego nie przełączono. Na przykład:
    <code>/silent { $dialog } wł</code>
    <code>/silent { $dialog } wył</code>
hint-not-a-dialog =
    „{ $word }” to nie rozmowa. Może być numer albo link, na przykład:
    <code>/status { $dialog }</code>
hint-left-over =
    „{ $word }” to nie czas. Po „wł” można podać czas (30min, 2h, 1d), a potem powód, po „wył” nic. Niczego nie przełączono. Na przykład:
    <code>/silent { $dialog } wł</code>
    <code>/silent { $dialog } wł 30min przerwa</code>
    <code>/silent { $dialog } wył</code>
hint-time-with-off =
    Czas podaje się z „wł”: tylko tryb cichy może się sam skończyć. Niczego nie przełączono. Na przykład:
    <code>/silent { $dialog } wł 30min</code>
    <code>/silent { $dialog } wył</code>
hint-time-out-of-range =
    Tryb cichy może trwać od jednej minuty do siedmiu dni. Niczego nie przełączono. Na przykład:
    <code>/silent { $dialog } wł 30min</code>
    <code>/silent { $dialog } wł 7d</code>
hint-too-many-dialogs =
    { $most ->
        [one] To za dużo naraz: w jednym poleceniu może być { $most } rozmowa. Niczego nie przełączono.
        [few] To za dużo naraz: w jednym poleceniu mogą być najwyżej { $most } rozmowy. Niczego nie przełączono.
        [many] To za dużo naraz: w jednym poleceniu może być najwyżej { $most } rozmów. Niczego nie przełączono.
       *[other] To za dużo naraz: w jednym poleceniu może być najwyżej { $most } rozmowy. Niczego nie przełączono.
    }
hint-no-person =
    Komu odebrać dostęp? Proszę podać id, na przykład:
    <code>/revoke 123456789</code>
    Lista id: /supervisors
hint-no-person-word =
    „{ $word }” to nie id. Na przykład:
    <code>/revoke 123456789</code>
    Lista id: /supervisors
hint-takes-nothing = To polecenie proszę wysłać samo, bez niczego po nim: { $command }
hint-unknown-language = Nie mówię w języku „{ $word }”. Mówię w tych:
hint-unknown-command = Nie ma polecenia „/{ $word }”. Co działa: /help
hint-not-a-command =
    Rozumiem polecenia, na przykład:
    <code>/silent { $dialog } wł</code>
    Sam link lub numer pokaże rozmowę. Więcej: /help
hint-stale-button =
    Ten przycisk jest zbyt stary; niczego nie przełączono.
    Zamiast tego proszę wpisać polecenie, na przykład:
    <code>/status { $dialog }</code>
hint-unknown-portal = Wśród podłączonych portali nie ma „{ $word }”. Lista: /portal
hint-stranger = Na razie działają tu /whoami, /help i /language. Dostęp do reszty przyznaje administrator.

## Wybór rozmowy

# Napis na przycisku na całą szerokość, najwyżej 40 znaków; nazwa jest przycinana.
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
# Wiek ostatniej wiadomości, jak najkrócej.
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } d
picker-own =
    { $count ->
        [one] Twoja otwarta rozmowa:
        [few] Twoje { $count } otwarte rozmowy, od najnowszej:
        [many] Twoje otwarte rozmowy ({ $count }), od najnowszej:
       *[other] Twoje otwarte rozmowy ({ $count }), od najnowszej:
    }
picker-found =
    { $count ->
        [one] „{ $words }”: { $count } rozmowa
        [few] „{ $words }”: { $count } rozmowy
        [many] „{ $words }”: { $count } rozmów
       *[other] „{ $words }”: { $count } rozmowy
    }
picker-closed =
    { $count ->
        [one] Brak otwartych; ta rozmowa jest zamknięta:
        [few] Brak otwartych; te { $count } rozmowy są zamknięte:
        [many] Brak otwartych; te rozmowy ({ $count }) są zamknięte:
       *[other] Brak otwartych; te rozmowy ({ $count }) są zamknięte:
    }
picker-card =
    Ta karta CRM ma kilka otwartych rozmów; niczego jeszcze nie zrobiono. Która?
    { $card }
picker-marks = 🔇 tryb cichy · 🔊 bez trybu cichego · 💬 klient czeka
picker-on-portal =
    { $head }
    <code>{ $portal }</code>
picker-empty =
    Nie masz otwartych rozmów.
    Rozmowę współpracownika pokaże jej link lub numer.
picker-nothing-found =
    Nie ma rozmowy o nazwie „{ $words }”.
    Można szukać szerzej: mniej liter, inne słowo albo wszystkie: /dialogs
    Rozmowę współpracownika pokaże jej link lub numer.
picker-card-empty =
    Ta karta CRM nie ma otwartej rozmowy: { $card }
    Jeśli jednak rozmowa jest, proszę wkleić link do niej samej.
picker-failed = ⚠️ Nie mogę pokazać listy Twoich rozmów.
picker-card-failed = ⚠️ Nie mogę ustalić, które rozmowy należą do tej karty CRM, więc niczego nie zrobiono: { $card }
picker-meanwhile = Na razie działa link do rozmowy lub jej numer.

## Podpowiedzi nowszych poleceń

hint-unknown-command-meant = Nie ma polecenia „/{ $word }”. Czy chodziło o <code>{ $command }</code>?
hint-meant = Czy chodziło o <code>{ $command }</code>? Niczego nie przełączono.
hint-no-dialog-whisper =
    W której rozmowie i co napisać? Na przykład:
    <code>/whisper { $dialog } proszę do niej oddzwonić</code>
    Zamiast numeru może być link do rozmowy.
hint-no-note =
    Co tam napisać? Na przykład:
    <code>/whisper { $dialog } proszę do niej oddzwonić</code>
hint-note-too-long =
    { $most ->
        [one] To za długie na notatkę: najwyżej { $most } znak. Niczego nie wysłano.
        [few] To za długie na notatkę: najwyżej { $most } znaki. Niczego nie wysłano.
        [many] To za długie na notatkę: najwyżej { $most } znaków. Niczego nie wysłano.
       *[other] To za długie na notatkę: najwyżej { $most } znaku. Niczego nie wysłano.
    }
hint-secret-in-note = W tym tekście jest webhook, a on jest tajny. Niczego nie wysłano.
hint-not-a-time =
    „{ $word }” to nie czas. Na przykład:
    <code>/remind 2h</code>
    <code>/remind wył</code>
hint-remind-out-of-range =
    Mogę przypomnieć po czasie od jednej minuty do siedmiu dni. Na przykład:
    <code>/remind 2h</code>
    <code>/remind wył</code>
hint-here-takes-off =
    „{ $word }” tu nie pasuje. W grupie:
    <code>/here</code> – do tej grupy przychodzą alarmy
    <code>/here wył</code> – już nie przychodzą

## Nasz błąd

internal-error =
    ⚠️ Coś się u mnie zepsuło. Jeśli trwało przełączanie rozmowy, przed pisaniem proszę sprawdzić jej stan.
    Proszę powiadomić opiekuna bota: <code>{ $reference }</code>

## Grupa dyżurna i koniec zmiany

room-bound =
    📟 Od teraz to grupa dyżurna. Alarmy przychodzą tutaj i do administratorów prywatnie.
    /handover – co musi wiedzieć następna zmiana
    <code>/here wył</code> – kończy to
room-moved = Poprzednia grupa nie jest już dyżurna.
room-unbound = To już nie jest grupa dyżurna. Alarmy przychodzą tylko do administratorów, prywatnie.
room-not-bound = To nie jest grupa dyżurna. Aby nią była: /here
room-groups-only = Dyżurna może być tylko grupa: proszę mnie do niej dodać i wysłać /here w grupie lub w jednym z jej tematów.
room-lost = ⚠️ Nie mogę już pisać do grupy dyżurnej: usunięto mnie z niej albo grupa nie istnieje. Teraz nie ma żadnej, a alarmy przychodzą tylko do administratorów, prywatnie. Aby ustawić nową, proszę wysłać /here w grupie.
# Obie: tryb cichy na czas, którego nie udało się wyłączyć, dla osób, które go nie włączały.
room-timer =
    🚨 { $dialog }: { $sure ->
        [maybe] tryb cichy może być <b>NADAL WŁĄCZONY</b>. Miał być włączony na { $duration }; nie wiem, czy udało mi się go wyłączyć.
       *[yes] tryb cichy <b>NADAL JEST WŁĄCZONY</b>. Miał być włączony na { $duration }, a wyłączyć się go nie udało.
    } Klient może czekać. Proszę zająć się tym w Bitrix24.
room-timer-by =
    🚨 { $dialog }: { $sure ->
        [maybe] tryb cichy może być <b>NADAL WŁĄCZONY</b>. Miał być włączony na { $duration } (autor: { $name }); nie wiem, czy udało mi się go wyłączyć.
       *[yes] tryb cichy <b>NADAL JEST WŁĄCZONY</b>. Miał być włączony na { $duration } (autor: { $name }), a wyłączyć się go nie udało.
    } Klient może czekać. Proszę uzgodnić to z autorem ({ $name }) albo zająć się tym w Bitrix24.
room-timer-why = Dlaczego: { $reason }
handover-head =
    { $count ->
        [one] 🤝 Przekazanie zmiany: tryb cichy jest teraz włączony w { $count } rozmowie.
        [few] 🤝 Przekazanie zmiany: tryb cichy jest teraz włączony w { $count } rozmowach.
        [many] 🤝 Przekazanie zmiany: tryb cichy jest teraz włączony w { $count } rozmowach.
       *[other] 🤝 Przekazanie zmiany: tryb cichy jest teraz włączony w { $count } rozmowach.
    }
handover-nothing = 🤝 Przekazanie zmiany: wśród rozmów przełączanych przeze mnie żadna nie jest teraz w trybie cichym.
handover-row = 🔇 { $row }
handover-lasts = już { $duration }
handover-ends = koniec za { $duration }
handover-no-end = <b>bezterminowo</b>
handover-counts = Licząc { $duration } wstecz: 🔇 włączono { $on } · 🔊 wyłączono { $off } · ⚠️ nie udało się lub nie wiadomo { $failed }

## Notatka, którą widzą tylko współpracownicy

whisper-posted = 🤫 { $dialog }: notatka wysłana, tylko dla współpracowników.
whisper-not-enabled =
    🤫 Nie wysłano: notatki nie są tu włączone.
    Opierają się na <code>SKIP_CONNECTOR</code>, parametrze metody <code>im.message.add</code> Bitrix24, którego jej opis nie wymienia: gdyby portal go zignorował, notatkę przeczytałby klient. Włączyć je może opiekun bota: <code>HUSHBOT_WHISPER=true</code>.
whisper-doubtful =
    ⚠️ { $dialog }: notatki <b>nie wysłano</b>, bo nie ma pewności, że klient jej nie zobaczy. { $doubt ->
        [closed] Sesja jest zamknięta; wiadomość może tam rozpocząć nową.
        [kind] Bitrix24 nie potwierdza, że to rozmowa otwartego kanału.
        [moved] Portal właśnie zmienił adres. Proszę wysłać notatkę jeszcze raz.
       *[unclear] Tego, co Bitrix24 podaje o rozmowie, nie da się odczytać na pewno.
    }
whisper-not-member = ⚠️ { $dialog }: notatki <b>nie wysłano</b>: nie uczestniczysz w tej rozmowie. Proszę dołączyć do niej w Bitrix24, a potem wysłać notatkę jeszcze raz.
whisper-failed = ⚠️ { $dialog }: notatki <b>nie wysłano</b>.
whisper-unclear = ❓ { $dialog }: nie wiadomo, czy notatkę wysłano; drugi raz jej nie wyślę. Proszę sprawdzić w Bitrix24.

## Menu poleceń, najwyżej 256 znaków każde

menu-silent = Tryb cichy: 2024 wł, 2024 wł 30min, 2024 wył
menu-status = Sprawdź rozmowę, niczego nie zmieniając
menu-log = Kto co przełączał
menu-whoami = Kim tu jestem i co z moim portalem
menu-connect = Podłącz portal przez webhook
menu-portal = Wybierz portal
menu-disconnect = Odłącz portal
menu-language = Wybierz język
menu-help = Co mogę tu zrobić
menu-start = Zacznij
menu-dialogs = Wybierz z moich otwartych rozmów
menu-silenced = Wszystko, co jest teraz w trybie cichym
menu-remind = Kiedy przypominać o trybie cichym: 2h, wył
menu-handover = Co musi wiedzieć następna zmiana
menu-whisper = Notatka tylko dla współpracowników: 2024 tekst
menu-here = Ustaw grupę jako dyżurną (wyślij w grupie)
menu-invite = Link wpuszczający jedną osobę
menu-supervisors = Kto ma dostęp
menu-revoke = Odbierz komuś dostęp

## Logowanie na portalu

sign-in-howto =
    <b>Logowanie</b>
    Proszę wysłać mi adres portalu, a odpowiem przyciskiem, który prowadzi do logowania:
    <code>/connect NAME.bitrix24.com</code>

    <b>Albo webhook</b>
    W Bitrix24: Zasoby dla deweloperów → Inne → Webhook przychodzący. Proszę zaznaczyć Otwarte kanały (<code>imopenlines</code>) oraz Czat i powiadomienia (<code>im</code>) i wysłać mi jego adres. Wiadomość od razu usunę.
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
sign-in-go-there =
    { $minutes ->
        [one] 🔑 Proszę zalogować się przyciskiem na <code>{ $portal }</code> w ciągu { $minutes } minuty. Odtąd będę tam działać w Twoim imieniu.
        [few] 🔑 Proszę zalogować się przyciskiem na <code>{ $portal }</code> w ciągu { $minutes } minut. Odtąd będę tam działać w Twoim imieniu.
        [many] 🔑 Proszę zalogować się przyciskiem na <code>{ $portal }</code> w ciągu { $minutes } minut. Odtąd będę tam działać w Twoim imieniu.
       *[other] 🔑 Proszę zalogować się przyciskiem na <code>{ $portal }</code> w ciągu { $minutes } minuty. Odtąd będę tam działać w Twoim imieniu.
    }
sign-in-no-keys = ⚠️ Nie mogę zalogować się na <code>{ $portal }</code>: opiekun bota nie podał mi kluczy aplikacji dla tego portalu.
sign-in-no-public-address = ⚠️ Nie mogę zalogować się na <code>{ $portal }</code>: ten bot nie ma adresu w internecie, więc portal nie miałby dokąd odpowiedzieć.
sign-in-no-address = ⚠️ <code>{ $portal }</code> to adres, którego ten bot nie może otwierać.
sign-in-instead = Webhook działa bez tego.
sign-in-not-done = ⚠️ Nie zalogowano na <code>{ $portal }</code>. { $why }
sign-in-abandoned = Nikt nie wrócił z portalu na czas. Jeśli portal pokazał błąd, być może nie masz tam uprawnień do aplikacji: proszę zwrócić się do administratora portalu.
sign-in-other-portal = Odpowiedział inny portal niż podany. Proszę sprawdzić adres.
sign-in-too-late = Bitrix24 nie przyjął już własnej odpowiedzi: jest ważna tylko pół minuty. Proszę spróbować jeszcze raz.
sign-in-ended = ⚠️ Nie mam już dostępu do <code>{ $portal }</code>. { $why }
trouble-ended-over = Twoje logowanie wygasło. Proszę zalogować się ponownie przyciskiem albo poleceniem <code>/connect { $portal }</code> w prywatnym czacie ze mną.
    .short = trzeba zalogować się ponownie
trouble-ended-keys-refused = Bitrix24 nie przyjmuje aplikacji tego bota na <code>{ $portal }</code>: jej klucze są błędne albo nie jest tam zainstalowana. Proszę powiadomić opiekuna bota, a potem zalogować się ponownie.
    .short = klucze aplikacji odrzucone
trouble-ended-unpaid = Według Bitrix24 portal <code>{ $portal }</code> lub aplikacja nie są opłacone albo aplikację usunięto. Proszę zwrócić się do administratora portalu, a potem zalogować się ponownie.
    .short = nieopłacony portal lub aplikacja
trouble-ended-app-removed = Aplikację usunięto z <code>{ $portal }</code>. O ponowną instalację proszę zwrócić się do administratora portalu, a potem zalogować się jeszcze raz.
    .short = aplikacja usunięta
trouble-auth-server-silent = Serwer autoryzacji Bitrix24 nie odpowiada jak należy, więc nie mam teraz ważnego tokena. Proszę spróbować później.
    .short = serwer autoryzacji nie odpowiada
connection-signed-in =
    { $count ->
        [one] Zalogowano; nieużywane logowanie wygaśnie za { $count } dzień.
        [few] Zalogowano; nieużywane logowanie wygaśnie za { $count } dni.
        [many] Zalogowano; nieużywane logowanie wygaśnie za { $count } dni.
       *[other] Zalogowano; nieużywane logowanie wygaśnie za { $count } dnia.
    }
button-go-sign-in = 🔑 Zaloguj się
button-sign-in = 🔑 Zaloguj się ponownie

## Co pokazuje przeglądarka po zalogowaniu: zwykły tekst

page-connected = Podłączono { $portal }.
page-connected-who = Odtąd { $owner } na Telegramie działa tam jako { $person }. Jeśli nie wiesz, kim jest ta osoba z Telegrama, ktoś przysłał Ci swój link: proszę natychmiast powiedzieć administratorowi portalu, żeby usunął aplikację.
page-goes-on = To potrwa trochę dłużej. Wynik pojawi się w Telegramie.
page-not-done = Nie udało się. Powód jest w Telegramie.
page-unknown = Ten link był już użyty albo nie pochodzi ode mnie. Proszę zacząć od nowa poleceniem /connect w Telegramie.
page-expired = Ten link jest zbyt stary: jest ważny dziesięć minut. Proszę zacząć od nowa poleceniem /connect w Telegramie.
page-go-back = Można wrócić do Telegrama.
