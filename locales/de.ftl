# hushbot auf Deutsch. Schlüssel und Variablen wie in en.ftl; die Tests vergleichen sie.
#
# Auszeichnung ist Telegrams HTML: nur <b> und <code>. Was in <code> steht, kopiert ein Tippen.
# Am linken Rand: 🔇 Flüstermodus, 🔊 kein Flüstermodus, ⚠️ Störung, ❓ unbekannt, ⏳ in Arbeit,
# ⏰ verspätet, 🚨 jemand muss sofort handeln.

## Die Sprache selbst

language-name = Deutsch
language-name-english = German
# Wörter für an und aus, durch Kommas getrennt. Das jeweils erste steht in den Beispielen.
silent-on-words = an, ein, ja, einschalten, anschalten, aktivieren
silent-off-words = aus, nein, ausschalten, abschalten, deaktivieren
# Wörter für Zeiteinheiten, durch Kommas getrennt: 30min, 2 Stunden.
unit-minute-words = min, m, minute, minuten
unit-hour-words = std, h, stunde, stunden
unit-day-words = t, d, tag, tage, tagen

## Bausteine

example-dialog = 2024
dialog = <b>{ $number }</b>
dialog-named = <b>{ $number }</b> · { $name }
dialog-on-portal = { $dialog } (<code>{ $portal }</code>)
dialog-reference = <code>{ $reference }</code>
scope-name = <code>{ $scope }</code>
list-more = … und { $count } weitere
date = { $day }. { $month } { $year }
month =
    { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    }
# Dativ: „in 2 Tagen“, „vor 2 Tagen“, „nach 2 Tagen“. Niemals nach „für“ oder „auf“.
duration-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tagen
    }
duration-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
duration-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
duration-seconds =
    { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }
duration-both = { $big } { $small }
wait-known = in { $duration }
wait-unknown = in etwa zehn Minuten
ago = vor { $duration }
# Sekunden mit einer Nachkommastelle.
seconds = { $whole },{ $tenths } s

## Schaltflächen: höchstens 24 Zeichen

button-silent-on = 🔇 Flüstermodus an
button-silent-off = 🔊 Flüstermodus aus
button-refresh = 🔄 Aktualisieren
button-retry = 🔁 Erneut versuchen
button-status = 🔎 Zustand anzeigen
button-minutes = ⏱️ { $count } Min.
button-hours = ⏱️ { $count } Std.
button-more = 🔇 Noch { $count } Min.
# Nach Ablauf der Zeit wieder an, nun ohne Ende.
button-on-again = 🔇 Wieder an, ohne Ende
button-run-now = ▶️ Jetzt ausführen
# Einer von mehreren Dialogen: wozu ein Tippen führt.
button-silent-on-one = { $number } → 🔇
button-silent-off-one = { $number } → 🔊
button-retry-one = { $number } 🔁
button-status-one = { $number } 🔎
button-portal = { $number } · { $portal }
button-share = 📨 Weitergeben

## Wessen Nachrichten der Flüstermodus betrifft

silent-means =
    { $generation ->
        [chat] Nichts, was Operatoren schreiben, erreicht den Kunden.
        [personal] Ihre Nachrichten bleiben unter Kollegen. Andere Operatoren haben einen eigenen Schalter.
       *[unknown] Ihre Nachrichten bleiben unter Kollegen. Nachrichten anderer Operatoren können den Kunden trotzdem erreichen.
    }
loud-means =
    { $generation ->
        [chat] Was Operatoren schreiben, erreicht den Kunden.
        [personal] Ihre Nachrichten erreichen den Kunden.
       *[unknown] Ihre Nachrichten erreichen den Kunden.
    }
generation =
    { $generation ->
        [chat] Der Flüstermodus gilt dort für den ganzen Dialog: Solange er an ist, erreicht nichts, was Operatoren schreiben, den Kunden.
        [personal] Der Flüstermodus ist dort Ihr eigener: Er hält Ihre Nachrichten zurück, nicht die anderer Operatoren.
       *[unknown] Wessen Nachrichten der Flüstermodus dort zurückhält, Ihre oder die aller Operatoren, zeigt sich beim ersten Umschalten.
    }

## Ein Dialog wurde umgeschaltet

switched-on = 🔇 { $dialog }: Flüstermodus an.
switched-on-for = 🔇 { $dialog }: Flüstermodus an, endet in { $duration }.
switched-off = 🔊 { $dialog }: Flüstermodus aus.
# Unter der Zeile darüber.
loud-again =
    { $generation ->
        [chat] Was Operatoren schreiben, erreicht den Kunden wieder.
        [personal] Ihre Nachrichten erreichen den Kunden wieder.
       *[unknown] Ihre Nachrichten erreichen den Kunden wieder.
    }
accepted-on = ❓ { $dialog }: Bitrix24 hat „an“ angenommen, aber der Zustand lässt sich dort nicht auslesen. Prüfen Sie in Bitrix24, bevor Sie etwas schreiben, das der Kunde nicht sehen darf.
accepted-off = ❓ { $dialog }: Bitrix24 hat „aus“ angenommen, aber der Zustand lässt sich dort nicht auslesen. Prüfen Sie in Bitrix24, ob der Kunde bekommt, was Sie schreiben.
contradicted-on = ⚠️ Bitrix24 hat Ja gesagt, aber { $dialog } ist immer noch <b>NICHT im Flüstermodus</b> (geprüft). Schreiben Sie nichts, was der Kunde nicht sehen darf.
contradicted-off = ⚠️ Bitrix24 hat Ja gesagt, aber { $dialog } ist <b>immer noch im Flüstermodus</b> (geprüft). Was Sie schreiben, erreicht den Kunden nicht.
failed-switch = ⚠️ { $dialog }: nicht umgeschaltet.
failed-switch-maybe = ❓ { $dialog }: vielleicht umgeschaltet, vielleicht nicht. Sehen Sie sich den Zustand an, bevor Sie schreiben.
failed-status = ⚠️ { $dialog }: Der Zustand lässt sich nicht anzeigen.

## Mehrere Dialoge

many-on =
    { $count ->
        [one] 🔇 { $count } Dialog ist im Flüstermodus.
       *[other] 🔇 Alle { $count } Dialoge sind im Flüstermodus.
    }
many-off =
    { $count ->
        [one] 🔊 { $count } Dialog ist nicht mehr im Flüstermodus.
       *[other] 🔊 Nicht mehr im Flüstermodus: alle { $count } Dialoge.
    }
many-on-partly =
    { $count ->
        [one] ⚠️ Nachweislich im Flüstermodus: { $done } von { $count } Dialog.
       *[other] ⚠️ Nachweislich im Flüstermodus: { $done } von { $count } Dialogen.
    }
many-off-partly =
    { $count ->
        [one] ⚠️ Nachweislich nicht mehr im Flüstermodus: { $done } von { $count } Dialog.
       *[other] ⚠️ Nachweislich nicht mehr im Flüstermodus: { $done } von { $count } Dialogen.
    }
many-on-accepted =
    { $count ->
        [one] ❓ Bitrix24 hat „an“ für { $count } Dialog angenommen, aber der Zustand lässt sich dort nicht auslesen. Prüfen Sie ihn, bevor Sie schreiben.
       *[other] ❓ Bitrix24 hat „an“ für { $count } Dialoge angenommen, aber ihr Zustand lässt sich dort nicht auslesen. Prüfen Sie ihn, bevor Sie schreiben.
    }
many-off-accepted =
    { $count ->
        [one] ❓ Bitrix24 hat „aus“ für { $count } Dialog angenommen, aber der Zustand lässt sich dort nicht auslesen. Prüfen Sie, ob der Kunde bekommt, was Sie schreiben.
       *[other] ❓ Bitrix24 hat „aus“ für { $count } Dialoge angenommen, aber ihr Zustand lässt sich dort nicht auslesen. Prüfen Sie, ob die Kunden bekommen, was Sie schreiben.
    }
# Unter der Liste: wessen Nachrichten die Zeilen mit diesem Zeichen zurückhalten.
many-means = 🔇 = Flüstermodus. { $means }
row-on = 🔇 { $dialog }: Flüstermodus an
row-off = 🔊 { $dialog }: Flüstermodus aus
row-unknown = ❓ { $dialog }: unbekannt
row-accepted = ❓ { $dialog }: angenommen, nicht prüfbar
row-still-on = ⚠️ { $dialog }: <b>immer noch im Flüstermodus</b>
row-still-off = ⚠️ { $dialog }: <b>immer noch NICHT im Flüstermodus</b>
row-failed = ⚠️ { $dialog }: { $reason }
row-maybe = ❓ { $dialog }: vielleicht umgeschaltet; { $reason }
row-closed = { $row } · Sitzung beendet
row-ends = { $row } · Ende in { $duration }

## Der Zustand eines Dialogs

status-on = 🔇 { $dialog }: Flüstermodus an.
status-off = 🔊 { $dialog }: Flüstermodus aus.
status-unknown =
    ❓ { $dialog }: unbekannt.
    Bitrix24 verrät nicht, ob der Flüstermodus an ist. Prüfen Sie in Bitrix24, bevor Sie etwas schreiben, das der Kunde nicht sehen darf.
status-closed = Die Sitzung ist beendet: Was Sie schreiben, erreicht niemanden, bis eine neue beginnt.
# Über einen Dialog oder mehrere.
ends-in = ⏱️ Der Flüstermodus endet von selbst in { $duration }.

## Die Karte eines Dialogs: unter dem Zustand, was bekannt ist, je eine kurze Zeile

button-undo = ↩️ Rückgängig
button-open = 🔗 Öffnen
# Der Kanal nach seiner Art; ein unbekannter steht mit seinem Code da.
card-channel =
    { $channel ->
        [livechat] 💬 Live-Chat
        [telegram] 💬 Telegram
        [whatsapp] 💬 WhatsApp
        [viber] 💬 Viber
        [instagram] 💬 Instagram
        [facebook] 💬 Facebook
        [vk] 💬 VK
        [ok] 💬 OK
        [avito] 💬 Avito
        [imessage] 💬 iMessage
        [network] 💬 Bitrix24.Network
        [olx] 💬 OLX
        [wechat] 💬 WeChat
        [notifications] 💬 SMS und WhatsApp
        [max] 💬 MAX
        [wazzup] 💬 Wazzup
        [skype] 💬 Skype
       *[unknown] 💬 { $code }
    }
card-line = { $line }
card-operator = 👤 { $name }
# Die Nummer des Mitarbeiters auf dem Portal, wenn der Name nicht zu haben ist.
card-operator-number = 👤 Mitarbeiter Nr. { $number }
card-operator-nobody = 👤 noch von niemandem übernommen
card-silenced = 🕐 Flüstermodus seit { $duration } · { $name }
card-ends = ⏱️ endet von selbst in { $duration }
card-ends-at = ⏱️ bis { $clock } (in { $duration })
# Ein anderer Tag als heute: „bis Di, 4. November, 15:30“.
clock-day = { $weekday }, { $day }. { $month }, { $time }
weekday =
    { $weekday ->
        [1] Mo
        [2] Di
        [3] Mi
        [4] Do
        [5] Fr
        [6] Sa
       *[7] So
    }
# In einer Gruppe: wer es war.
acted-by = — { $name }
# Ein Hinweisfenster, höchstens 200 Zeichen: eine Schaltfläche, die inzwischen schaden könnte.
old-card = Diese Anzeige war veraltet. Hier ist der Zustand jetzt: Tippen Sie noch einmal.

## Während ein Befehl in Arbeit ist

interim =
    ⏳ { $dialogs }: { $order ->
        [on] Flüstermodus wird eingeschaltet.
        [off] Flüstermodus wird ausgeschaltet.
       *[none] noch in Arbeit.
    }
interim-nothing = ⏳ Noch in Arbeit.
interim-waiting =
    { $why ->
        [requests] Bitrix24 bittet zu warten (zu viele Anfragen)
        [limit] Bitrix24 bittet zu warten (Zeitlimit erschöpft)
        [unreachable] Das Portal ist nicht erreichbar
        [no-answer] Bitrix24 antwortet nicht
       *[error] Bitrix24 hat einen internen Fehler
    }; nächster Versuch in { $duration }.
interim-foot = Das Ergebnis steht dann hier.

## Befehle, die zu spät kamen

old-order = ⏰ Das kam mit { $duration } Verspätung, deshalb habe ich es nicht ausgeführt: <code>{ $text }</code>
old-order-button = ⏰ Als Sie vor { $duration } auf die Schaltfläche tippten, war ich nicht da. Es wurde nichts umgeschaltet.
old-order-interrupted = ⏰ Ich wurde vor { $duration } hierbei unterbrochen und weiß nicht, ob es ausgeführt wurde: <code>{ $text }</code>
old-order-button-interrupted = ⏰ Ich wurde vor { $duration } unterbrochen, nachdem Sie auf diese Schaltfläche getippt hatten, und weiß nicht, ob es ausgeführt wurde.
old-order-gone = ⏰ Dieser Befehl lässt sich nicht mehr ausführen: Er wurde schon ausgeführt, ist vergessen oder gehört jemand anderem. Jetzt wurde nichts umgeschaltet.
not-kept = ⚠️ Ich kann Ihren Befehl gerade nicht sicher speichern (meine Festplatte), deshalb habe ich ihn nicht ausgeführt. Schalten Sie in Bitrix24 um und informieren Sie den Betreiber des Bots.
not-kept-yet = ⚠️ Ich kann Ihren Befehl gerade nicht speichern (meine Datenbank) und habe ihn noch nicht ausgeführt. Er wartet; ich erledige ihn, sobald ich kann. Wenn es eilt, schalten Sie in Bitrix24 um.

## Flüstermodus auf Zeit

timer-over = 🔊 { $dialog }: Der Flüstermodus ist nach { $duration } zu Ende. { $means }
timer-accepted = ❓ { $dialog }: Nach { $duration } habe ich den Flüstermodus ausgeschaltet. Bitrix24 hat das angenommen, aber der Zustand lässt sich dort nicht auslesen. Prüfen Sie in Bitrix24, ob der Kunde bekommt, was Sie schreiben.
timer-contradicted = 🚨 { $dialog } ist <b>IMMER NOCH IM FLÜSTERMODUS</b> (geprüft): Als ich ihn nach { $duration } ausschaltete, sagte Bitrix24 Ja, tat es aber nicht. Was Sie schreiben, erreicht den Kunden nicht.
timer-failed = 🚨 { $dialog } ist <b>IMMER NOCH IM FLÜSTERMODUS</b>: Ich konnte ihn nach { $duration } nicht ausschalten. Was Sie schreiben, erreicht den Kunden nicht.
timer-unclear = 🚨 { $dialog } ist vielleicht <b>IMMER NOCH IM FLÜSTERMODUS</b>: Ich habe nach { $duration } versucht, ihn auszuschalten, und weiß nicht, ob es geklappt hat. Sehen Sie sich den Zustand an.
timer-no-connection = Ich habe keinen Zugang mehr zum Portal dieses Dialogs. Schalten Sie den Flüstermodus in Bitrix24 aus oder verbinden Sie das Portal wieder, mit /connect im privaten Chat mit mir.
timer-replaced =
    { $order ->
        [on] ⏱️ { $dialog }: { $name } hat erneut „an“ befohlen. Ihr Timer ist weg: Zu Ihrer Zeit schalte ich nicht aus.
       *[off] ⏱️ { $dialog }: { $name } hat „aus“ befohlen. Ihr Timer ist weg.
    }

## Dialoge im Flüstermodus, die im Blick behalten werden

button-all-off = 🔊 Überall ausschalten
# Bitrix24 hat ihn beendet: wieder wie zuvor.
button-again = 🔇 Wieder einschalten
watch-closed = 🔊 { $dialog }: Die Sitzung wurde beendet und damit nach { $duration } auch der Flüstermodus.
watch-dropped = ⚠️ { $dialog } ist <b>NICHT mehr im Flüstermodus</b> (geprüft): Nach { $duration } hat Bitrix24 ihn beendet, oder jemand hat ihn dort ausgeschaltet. { $means }
watch-by = 🔊 { $dialog }: { $name } hat den Flüstermodus nach { $duration } ausgeschaltet. { $means }
watch-lost = ⚠️ { $dialog }: Ich kann ihn nicht mehr im Blick behalten: Bitrix24 zeigt Ihnen den Dialog nicht oder nimmt Ihren Webhook nicht an. Er war seit { $duration } im Flüstermodus. Prüfen Sie in Bitrix24, ob er es noch ist.
watch-many =
    { $count ->
        [one] ⚠️ Änderung in { $count } Dialog mit Ihrem Flüstermodus:
       *[other] ⚠️ Änderungen in { $count } Dialogen mit Ihrem Flüstermodus:
    }
watch-row-closed = 🔊 { $dialog }: Sitzung beendet
watch-row-dropped = ⚠️ { $dialog }: <b>NICHT mehr im Flüstermodus</b>
watch-row-by = 🔊 { $dialog }: von { $name } ausgeschaltet
watch-row-lost = ⚠️ { $dialog }: kein Zugriff mehr, in Bitrix24 prüfen
reminder = 🔇 { $dialog } ist seit { $duration } im Flüstermodus. { $means }
reminder-waits = 🚨 { $dialog }: <b>Der Kunde wartet</b> auf eine Antwort, und der Dialog ist seit { $duration } im Flüstermodus. { $means }
reminder-many =
    { $count ->
        [one] 🔇 { $count } Dialog ist noch im Flüstermodus:
       *[other] 🔇 { $count } Dialoge sind noch im Flüstermodus:
    }
reminder-many-wait =
    { $count ->
        [one] 🚨 { $count } Dialog ist noch im Flüstermodus, und <b>Kunden warten</b>:
       *[other] 🚨 { $count } Dialoge sind noch im Flüstermodus, und <b>Kunden warten</b>:
    }
reminder-row = 🔇 { $dialog }: seit { $duration }
reminder-row-waits = 🚨 { $dialog }: seit { $duration }, <b>der Kunde wartet</b>
reminder-foot = Erinnerung einstellen: /remind
remind-after = ⏱️ An einen Flüstermodus ohne Ende erinnere ich Sie nach { $duration } und nach derselben Zeit wieder.
remind-off = ⏱️ An einen Flüstermodus ohne Ende erinnere ich Sie nicht.
remind-how = Ändern: <code>/remind 2std</code> oder <code>/remind aus</code>
silenced-head =
    { $count ->
        [one] 🔇 { $count } Dialog ist durch mich im Flüstermodus:
       *[other] 🔇 { $count } Dialoge sind durch mich im Flüstermodus, längste Dauer zuerst:
    }
silenced-head-all =
    { $count ->
        [one] 🔇 Bei allen: { $count } Dialog ist durch mich im Flüstermodus:
       *[other] 🔇 Bei allen: { $count } Dialoge sind durch mich im Flüstermodus, längste Dauer zuerst:
    }
silenced-none = 🔊 Keiner Ihrer Dialoge ist durch mich im Flüstermodus.
silenced-none-all = 🔊 Kein Dialog ist durch mich im Flüstermodus.
silenced-row = 🔇 { $dialog }: seit { $duration }
silenced-row-unproven = ❓ { $dialog }: seit { $duration }
silenced-row-by = { $row } · { $name }
silenced-unproven = ❓ = ließ sich gerade nicht prüfen.

## Das Protokoll

log-head = Wer was umgeschaltet hat, das Neueste zuerst:
log-head-dialog = Wer { $dialog } umgeschaltet hat, das Neueste zuerst:
log-empty = Bisher wurde nichts umgeschaltet.
log-empty-dialog = Mir ist niemand bekannt, der { $dialog } umgeschaltet hat.
log-row =
    { $mark ->
        [on] 🔇
        [off] 🔊
        [unknown] ❓
        [replaced] ⏭️
       *[trouble] ⚠️
    } { $where }
    { $what }
log-on = an
log-on-for = an, nach { $duration } aus
log-off = aus
log-who = { $name }
log-who-id = <code>{ $id }</code>
log-timer = Timer von { $person }
log-reason = „{ $reason }“
log-took = { $outcome }, { $seconds }
log-outcome =
    { $outcome ->
        [done] erledigt
        [said] angenommen, unprüfbar
        [contradicted] <b>nicht erledigt</b>, trotz Ja von Bitrix24
        [failed] fehlgeschlagen
        [unclear] vielleicht erledigt
       *[replaced] durch neueren Befehl ersetzt
    }

## Für Admins: nur sie können es beheben

alarm-second-poller = 🚨 Jemand anderes holt meine Nachrichten ab: Eine zweite Kopie dieses Bots läuft mit demselben Token, oder ein Webhook ist gesetzt. Bis nur noch einer übrig ist, erreichen mich manche Nachrichten nicht. Stoppen Sie den anderen.
alarm-portal-blocked = 🚨 Bitrix24 hat REST für <code>{ $portal }</code> gesperrt. Ich kann dort nichts umschalten, bis der Admin des Portals die Sperre über den Bitrix24-Support aufheben lässt.
alarm-store-broken = 🚨 Ich kann nicht mehr auf meine Festplatte schreiben, deshalb führe ich keine Befehle aus. Kümmern Sie sich um die Festplatte und starten Sie mich dann neu.
alarm-store-away = 🚨 Meine Datenbank ist nicht erreichbar oder nimmt nichts an, deshalb führe ich vorerst keine Befehle aus. Sie warten bei Telegram, und ich mache von selbst weiter, sobald sie zurück ist: Kümmern Sie sich um die Datenbank, ein Neustart ist nicht nötig.

## Was ein Portal gehindert hat. Das Attribut ist die Kurzform für Listen.

trouble-no-such-dialog = Das Portal hat keinen Dialog mit dieser Nummer. Prüfen Sie die Nummer oder senden Sie einen Link zum Dialog.
    .short = kein solcher Dialog
trouble-not-an-open-channel = Dieser Chat ist kein Dialog eines Kommunikationskanals und hat keinen Flüstermodus. Prüfen Sie die Nummer.
    .short = kein Kommunikationskanal
trouble-no-dialog-access = Sie dürfen Dialogen dieses Kommunikationskanals nicht beitreten. Bitten Sie den Admin des Portals um Zugriff.
    .short = kein Zugriff
trouble-dialog-unavailable = Bitrix24 zeigt Ihnen keinen solchen Dialog. Prüfen Sie die Nummer; wenn sie stimmt, bitten Sie den Admin des Portals um Zugriff auf den Kommunikationskanal.
    .short = nicht gefunden oder kein Zugriff
trouble-no-card-access = Bitrix24 zeigt Ihnen diese CRM-Karte nicht, oder es gehört kein Dialog dazu. Prüfen Sie den Link oder senden Sie den Link zum Dialog selbst.
    .short = CRM-Karte nicht sichtbar oder ohne Dialog
trouble-credentials-refused = Bitrix24 nimmt den Webhook nicht an: Er wurde gelöscht, oder sein Geheimcode ist falsch. Erstellen Sie einen neuen und senden Sie ihn mit /connect im privaten Chat mit mir.
    .short = Webhook abgelehnt, neuen senden: /connect
trouble-nobody-behind-credentials = Hinter Ihrem Webhook steht kein Benutzer mehr. Erstellen Sie einen neuen unter Ihrem eigenen Konto und senden Sie ihn mit /connect im privaten Chat mit mir.
    .short = kein Benutzer hinter dem Webhook
trouble-user-inactive = Ihr Konto auf dem Portal ist nicht aktiv. Bitten Sie den Admin des Portals, es zu aktivieren.
    .short = Ihr Konto ist nicht aktiv
trouble-not-an-employee = Nur Mitarbeiter können den Flüstermodus nutzen, und der Webhook gehört jemandem von außerhalb. Erstellen Sie einen als Mitarbeiter und senden Sie ihn mit /connect im privaten Chat mit mir.
    .short = Webhook gehört keinem Mitarbeiter
trouble-missing-scopes =
    { $count ->
        [one] Ihrem Webhook fehlt das Recht { $scopes }. Ergänzen Sie es in den Einstellungen des Webhooks in Bitrix24 und versuchen Sie es dann noch einmal.
       *[other] Ihrem Webhook fehlen die Rechte { $scopes }. Ergänzen Sie sie in den Einstellungen des Webhooks in Bitrix24 und versuchen Sie es dann noch einmal.
    }
    .short = dem Webhook fehlt { $scopes }
trouble-app-restricted = Die Anwendung ist nur für bestimmte Benutzer freigegeben. Bitten Sie den Admin des Portals, Sie hinzuzufügen.
    .short = Anwendung nicht für Sie freigegeben
trouble-app-removed = Die Anwendung wurde vom Portal entfernt. Bitten Sie den Admin des Portals, sie wieder zu installieren, oder verbinden Sie einen Webhook mit /connect im privaten Chat mit mir.
    .short = Anwendung entfernt
trouble-wrong-kind-of-credentials = Diese Art von Zugang kann das nicht. Erstellen Sie einen eingehenden Webhook und senden Sie ihn mit /connect im privaten Chat mit mir.
    .short = falsche Art von Zugang
trouble-confirmation-waiting = Ein Admin des Portals muss das erst in Bitrix24 genehmigen. Bitten Sie darum und versuchen Sie es dann noch einmal.
    .short = wartet auf Genehmigung durch Admin
trouble-confirmation-denied = Ein Admin des Portals hat das in Bitrix24 abgelehnt. Nur ein Admin kann es erlauben.
    .short = vom Admin abgelehnt
trouble-plan-required = Der Tarif des Portals enthält keinen REST-Zugriff. Der Admin des Portals braucht einen kostenpflichtigen Tarif oder ein Market-Abonnement.
    .short = Tarif ohne REST-Zugriff
trouble-tariff-lacks-feature = Der Tarif des Portals enthält das nicht. Sprechen Sie mit dem Admin des Portals.
    .short = nicht im Tarif des Portals
trouble-too-many-requests = Das Portal bekommt gerade zu viele Anfragen; es wurde nichts getan. Versuchen Sie es in einer Minute noch einmal.
    .short = zu viele Anfragen, erneut versuchen
trouble-operating-time-used-up = Das Zeitlimit des Portals dafür ist erschöpft; es wurde nichts getan. Versuchen Sie es { $wait } noch einmal.
    .short = Limit erschöpft, { $wait } erneut versuchen
trouble-blocked-by-vendor = Bitrix24 hat REST für dieses Portal gesperrt. Nur der Admin des Portals kann die Sperre aufheben lassen, über den Bitrix24-Support.
    .short = REST von Bitrix24 gesperrt
trouble-portal-deleted = Dieses Portal ist geschlossen. Mit /disconnect vergesse ich es.
    .short = Portal geschlossen
trouble-method-missing = Das Portal kann das nicht: Sein Modul für Kommunikationskanäle fehlt oder ist zu alt. Der Admin des Portals muss es installieren oder aktualisieren.
    .short = Kanalmodul fehlt oder ist zu alt
trouble-chat-module-missing = Dem Portal fehlt das Chat-Modul. Der Admin des Portals muss es installieren.
    .short = Chat-Modul fehlt
trouble-https-required = Das Portal verlangt https. Kopieren Sie die Adresse des Webhooks neu, mit <code>https://</code>, und senden Sie sie mit /connect im privaten Chat mit mir.
    .short = https nötig
trouble-auth-server-unreachable = Das Portal erreicht den Autorisierungsserver von Bitrix24 nicht. Versuchen Sie es später noch einmal; wenn es so bleibt, sagen Sie es dem Admin des Portals.
    .short = Portal erreicht Bitrix24 nicht, später versuchen
trouble-portal-fault = In Bitrix24 ist etwas schiefgegangen. Versuchen Sie es in einer Minute noch einmal; wenn es so bleibt, sagen Sie es dem Admin des Portals.
    .short = Fehler in Bitrix24
trouble-refused = Bitrix24 hat mit dem Code <code>{ $code }</code> abgelehnt. Nennen Sie ihn dem Admin des Portals.
    .short = abgelehnt: <code>{ $code }</code>
trouble-unreachable = Das Portal ist nicht erreichbar; es wurde nichts getan. Versuchen Sie es noch einmal; wenn es so bleibt, prüfen Sie, ob sich das Portal im Browser öffnet.
    .short = Portal nicht erreichbar
trouble-no-answer = Bitrix24 hat nicht rechtzeitig geantwortet. Versuchen Sie es in einer Minute noch einmal.
    .short = keine Antwort
trouble-unreadable-answer = Die Antwort von Bitrix24 ist nicht lesbar; vielleicht kam sie von einem Proxy. Versuchen Sie es noch einmal; wenn es so bleibt, sagen Sie es dem Admin des Portals.
    .short = Antwort nicht lesbar
trouble-address-refused = Der Name des Portals führt zu einer internen Adresse, die dieser Bot nicht öffnen darf. Der Betreiber des Bots kann es erlauben.
    .short = interne Adresse, nicht erlaubt
trouble-redirect-refused = Das Portal leitet anderswohin weiter, und dem folge ich nicht. Wenn es umgezogen ist, erstellen Sie einen Webhook unter der neuen Adresse und senden Sie ihn mit /connect im privaten Chat mit mir.
    .short = leitet anderswohin weiter

## Warum nichts an ein Portal ging

reason-not-connected = Sie haben kein Portal verbunden. Senden Sie /connect im privaten Chat mit mir, dann zeige ich, wie es geht.
    .short = kein Portal verbunden
reason-other-portal = Der Link führt zu <code>{ $portal }</code>, und damit sind Sie nicht verbunden. Verbinden Sie es mit /connect im privaten Chat mit mir.
    .short = nicht verbunden mit <code>{ $portal }</code>
reason-no-such-connection = Sie sind mit dem Portal dieser Schaltfläche nicht verbunden. Verbinden Sie es mit /connect oder fragen Sie nach dem Dialog auf Ihrem Portal: <code>/status { $dialog }</code>
    .short = nicht mit seinem Portal verbunden
reason-not-connected-there = Sie sind mit dem Portal dieser Schaltfläche nicht verbunden. Verbinden Sie es mit /connect im privaten Chat mit mir. Ihre eigenen Dialoge: /dialogs
    .short = nicht mit seinem Portal verbunden
reason-superseded = Ein neuerer Befehl von Ihnen hat diesen ersetzt; dieser wurde nicht ausgeführt.
    .short = durch neueren Befehl ersetzt
reason-superseded-by = Ein neuerer Befehl von { $name } hat diesen ersetzt; dieser wurde nicht ausgeführt.
    .short = durch neueren Befehl von { $name } ersetzt

## Begrüßung und Hilfe

welcome =
    👋 Ich schalte den Flüstermodus in Dialogen der Kommunikationskanäle von Bitrix24 um. Sie sind hier { $role ->
        [admin] Admin
       *[supervisor] Supervisor
    }.
let-in =
    ✅ Sie haben jetzt Zugang, als { $role ->
        [admin] Admin
       *[supervisor] Supervisor
    }. Ich schalte den Flüstermodus in Dialogen der Kommunikationskanäle von Bitrix24 um.
already-in =
    Sie sind hier schon { $role ->
        [admin] Admin
       *[supervisor] Supervisor
    }, der Link bleibt also unbenutzt. Geben Sie ihn an die Person weiter, für die er gedacht ist.
next-silent =
    Probieren Sie es mit der Nummer eines Dialogs: <code>/silent 2024 an</code>
    Mehr: /help
next-connect = Verbinden Sie jetzt Ihr Bitrix24.
help-stranger =
    Dieser Bot schaltet den Flüstermodus von Bitrix24-Dialogen um, für alle, die Zugang haben. Sie haben noch keinen.
    Ein Admin kann Ihnen einen Link senden; /whoami zeigt Ihre ID dafür.
    /language – andere Sprache
help-not-connected = ⚠️ Sie haben noch kein Portal verbunden: Beginnen Sie mit /connect
help-examples = Probieren Sie es:
help-examples-with = Probieren Sie es mit { $name }:
help-supervisor =
    <code>/silent { $dialog } an</code> – nur Kollegen sehen, was Sie schreiben
    <code>/silent { $dialog } an 30min</code> – dasselbe, 30 Minuten lang
    <code>/silent { $dialog } aus</code> – der Kunde sieht es wieder
help-more = /dialogs zeigt eine Auswahl, oder senden Sie einen Link; alles andere steht im Menü.
help-admin = Für Admins: /invite · /supervisors · <code>/revoke 123456789</code>
invite-unknown = Dieser Link gilt nicht: Er wurde schon benutzt oder ist unvollständig. Bitten Sie einen Admin um einen neuen.
invite-expired = Dieser Link ist abgelaufen. Bitten Sie einen Admin um einen neuen.

## Menschen

stranger = ⛔ Sie haben keinen Zugang. Geben Sie einem Admin Ihre ID: <code>{ $id }</code>
denied-stranger = ⛔ Sie haben keinen Zugang. /whoami zeigt die ID, die Sie einem Admin geben.
denied-admins-only = ⛔ Das ist nur für Admins.
denied-private-only = 🔒 Das geht nur im privaten Chat mit mir: Andere dürfen es nicht sehen.
whoami-head = Ihre Telegram-ID: <code>{ $id }</code>
whoami-role =
    Rolle: { $role ->
        [admin] Admin
       *[supervisor] Supervisor
    }
whoami-stranger = Sie haben keinen Zugang. Geben Sie einem Admin Ihre ID.
whoami-not-connected = Kein Portal verbunden. /connect zeigt, wie es geht.
connection-healthy = ✅ <code>{ $portal }</code> · { $person }
connection-ailing = ⚠️ <code>{ $portal }</code> · { $person }
connection-default = { $connection } · Standard
connection-since = Verbunden seit { $date }.
connection-lacks =
    { $count ->
        [one] ⚠️ Dem Webhook fehlt das Recht { $scopes }.
       *[other] ⚠️ Dem Webhook fehlen die Rechte { $scopes }.
    }
invite-text =
    <b>Einladung zu @{ $bot }</b>
    Öffnen Sie den Link und tippen Sie auf „Starten“:
    { $link }
    Wer ihn zuerst öffnet, bekommt Zugang als Supervisor. Er gilt nur einmal und { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    } lang.
supervisors-head =
    { $count ->
        [one] { $count } Person hat Zugang:
       *[other] { $count } Personen haben Zugang:
    }
supervisor-row =
    <b>{ $name }</b> · { $role ->
        [admin] Admin
       *[supervisor] Supervisor
    } · <code>{ $id }</code> · seit { $date }
supervisor-row-environment = <code>{ $id }</code> · Admin laut Einstellungen des Bots
supervisor-portals = { $row } · { $portals }
revoked = ✅ { $name } (<code>{ $id }</code>) hat keinen Zugang mehr.
revoked-connections =
    { $count ->
        [one] { $count } Verbindung wurde mit gelöscht.
       *[other] { $count } Verbindungen wurden mit gelöscht.
    }
revoked-silences =
    { $count ->
        [one] Ein Flüstermodus auf Zeit dieser Person endet nicht mehr von selbst, in Dialog { $dialogs }. Wenn dort ein Kunde wartet, schalten Sie den Flüstermodus aus.
       *[other] Der Flüstermodus auf Zeit dieser Person endet nicht mehr von selbst, in den Dialogen { $dialogs }. Wenn dort ein Kunde wartet, schalten Sie den Flüstermodus aus.
    }
revoke-not-listed = Niemand mit der ID <code>{ $id }</code> hat Zugang. Die IDs: /supervisors
revoke-admin-by-environment = <code>{ $id }</code> ist laut Einstellungen des Bots Admin. Nur der Betreiber des Bots kann das ändern.
revoke-oneself = Sie können sich den Zugang nicht selbst entziehen. Bitten Sie einen anderen Admin.

## Portale

webhook-howto =
    <b>Woher Sie einen Webhook bekommen</b>
    In Bitrix24: Entwicklerressourcen → Andere → Eingehender Webhook.
    Rechte: Kommunikationskanäle / Open Channels (<code>imopenlines</code>) und Chat und Benachrichtigungen (<code>im</code>). Speichern Sie und kopieren Sie die Adresse.
    Sie sieht so aus, mit Ihrem Portal, Ihrer Benutzernummer und einem langen Geheimcode:
    <code>https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Senden Sie sie im privaten Chat mit mir, hinter dem Befehl:
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Ihre Nachricht lösche ich sofort, den Geheimcode bewahre ich verschlüsselt auf.
connected = ✅ <code>{ $portal }</code> ist verbunden. Sie handeln dort als <b>{ $person }</b>.
connected-replaced = Das ersetzt Ihre ältere Verbindung zu diesem Portal.
connected-default = Es ist ab jetzt Ihr Standard; ändern mit /portal
connected-lacks-open-lines = ⚠️ Noch funktioniert nichts: Dem Webhook fehlt das Recht Kommunikationskanäle / Open Channels (<code>imopenlines</code>). Ergänzen Sie es in den Einstellungen des Webhooks in Bitrix24 und prüfen Sie es dann mit /whoami.
connected-lacks-im = Dem Webhook fehlt das Recht Chat und Benachrichtigungen (<code>im</code>). Umschalten kann ich auch ohne, aber /dialogs kann nichts auflisten, und ich erfahre vielleicht erst später, wessen Nachrichten der Flüstermodus zurückhält.
connected-cannot-switch = ⚠️ Dieses Portal kann den Flüstermodus nicht umschalten: Sein Modul für Kommunikationskanäle fehlt oder ist zu alt. Der Admin des Portals muss es installieren oder aktualisieren.
webhook-not-a-url = ⚠️ Das ist kein Webhook: Es lässt sich nicht als Adresse lesen.
webhook-not-https = ⚠️ Der Webhook muss mit <code>https://</code> beginnen.
webhook-no-rest-path = ⚠️ Das ist eine Adresse, aber kein Webhook: Es steht kein <code>/rest/</code> darin.
webhook-no-user = ⚠️ Der Webhook ist unvollständig: Nach <code>/rest/</code> fehlt Ihre Benutzernummer.
webhook-no-secret = ⚠️ Der Webhook ist unvollständig: Sein Geheimcode fehlt oder ist abgeschnitten. Kopieren Sie ihn ganz.
webhook-address-refused = ⚠️ Das ist eine interne Adresse, die dieser Bot nicht öffnen darf. Der Betreiber des Bots kann es erlauben.
connect-other-user = ⚠️ Laut Bitrix24 gehört dieser Webhook jemand anderem als in seiner Adresse steht. Kopieren Sie ihn neu.
connect-trouble = ⚠️ Nicht verbunden.
portal-choice-use = Welches Portal soll Standard sein?
portal-choice-forget = Welches Portal soll ich vergessen? Seinen Webhook lösche ich bei mir.
portal-name = <code>{ $portal }</code>
portal-row = { $number }. <code>{ $portal }</code> · { $person }
portal-chosen = ✅ Ab jetzt ist <code>{ $portal }</code> Ihr Standard.
disconnected = ✅ <code>{ $portal }</code> ist vergessen. Sie können den Webhook auch in Bitrix24 löschen.
not-connected = Sie haben kein Portal verbunden. /connect zeigt, wie es geht.
secret-deleted = 🔒 Ich habe Ihre Nachricht mit dem Webhook gelöscht.
secret-kept = ⚠️ Ich konnte Ihre Nachricht mit dem Webhook nicht löschen. <b>Löschen Sie sie selbst.</b>
secret-exposed = ⚠️ Sie stand in einer Gruppe, andere können sie also gesehen haben. Löschen Sie diesen Webhook in Bitrix24, erstellen Sie einen neuen und senden Sie ihn mir privat.

## Sprache

language-choice = Welche Sprache soll ich sprechen?
language-changed = ✅ Ich spreche jetzt Deutsch.

## Hinweise

hint-no-dialog-silent =
    Welcher Dialog? Zum Beispiel:
    <code>/silent { $dialog } an</code>
    <code>/silent { $dialog } aus</code>
    Statt der Nummer geht auch ein Link zum Dialog.
hint-no-dialog-status =
    Welcher Dialog? Zum Beispiel:
    <code>/status { $dialog }</code>
    Statt der Nummer geht auch ein Link zum Dialog.
hint-neither-dialog-nor-switch =
    „{ $word }“ ist weder ein Dialog noch „an“ oder „aus“. Es wurde nichts umgeschaltet. Zum Beispiel:
    <code>/silent { $dialog } an</code>
    <code>/silent { $dialog } aus</code>
hint-not-a-dialog =
    „{ $word }“ ist kein Dialog. Es geht eine Nummer oder ein Link, zum Beispiel:
    <code>/status { $dialog }</code>
hint-left-over =
    „{ $word }“ ist keine Zeit. Nach „an“ können Sie eine Zeit (30min, 2std, 1t) und danach einen Grund schreiben, nach „aus“ nichts. Es wurde nichts umgeschaltet. Zum Beispiel:
    <code>/silent { $dialog } an</code>
    <code>/silent { $dialog } an 30min Mittagspause</code>
    <code>/silent { $dialog } aus</code>
hint-time-with-off =
    Eine Zeit gehört zu „an“: Nur der Flüstermodus kann von selbst enden. Es wurde nichts umgeschaltet. Zum Beispiel:
    <code>/silent { $dialog } an 30min</code>
    <code>/silent { $dialog } aus</code>
hint-time-out-of-range =
    Der Flüstermodus kann eine Minute bis sieben Tage dauern. Es wurde nichts umgeschaltet. Zum Beispiel:
    <code>/silent { $dialog } an 30min</code>
    <code>/silent { $dialog } an 7t</code>
hint-too-many-dialogs =
    { $most ->
        [one] Das ist zu viel auf einmal: Ich nehme { $most } Dialog pro Befehl. Es wurde nichts umgeschaltet.
       *[other] Das ist zu viel auf einmal: Ich nehme bis zu { $most } Dialoge pro Befehl. Es wurde nichts umgeschaltet.
    }
hint-no-person =
    Wessen Zugang? Geben Sie die ID an, zum Beispiel:
    <code>/revoke 123456789</code>
    Die IDs: /supervisors
hint-no-person-word =
    „{ $word }“ ist keine ID. Zum Beispiel:
    <code>/revoke 123456789</code>
    Die IDs: /supervisors
hint-takes-nothing = Senden Sie es allein, ohne etwas dahinter: { $command }
hint-unknown-language = „{ $word }“ spreche ich nicht. Diese Sprachen spreche ich:
hint-unknown-command = Den Befehl „/{ $word }“ gibt es nicht. So geht es: /help
hint-not-a-command =
    Ich verstehe Befehle, zum Beispiel:
    <code>/silent { $dialog } an</code>
    Ein Link oder eine Nummer allein zeigt den Dialog. Mehr: /help
hint-stale-button =
    Diese Schaltfläche ist zu alt; es wurde nichts umgeschaltet.
    Tippen Sie stattdessen den Befehl, zum Beispiel:
    <code>/status { $dialog }</code>
hint-unknown-portal = Keines Ihrer Portale heißt „{ $word }“. Ihre Portale: /portal
hint-stranger = Sie können hier /whoami, /help und /language nutzen. Für alles andere muss Ihnen ein Admin Zugang geben.

## Einen Dialog wählen

# Die Beschriftung einer Schaltfläche, die ihre Zeile für sich hat, höchstens 40 Zeichen; der Name
# wird passend gekürzt.
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
# Wie alt die letzte Nachricht ist, so kurz wie möglich.
age-minutes = { $count } Min.
age-hours = { $count } Std.
age-days = { $count } T.
picker-own =
    { $count ->
        [one] Ihr offener Dialog:
       *[other] Ihre { $count } offenen Dialoge, der neueste zuerst:
    }
picker-found =
    { $count ->
        [one] „{ $words }“: { $count } Dialog
       *[other] „{ $words }“: { $count } Dialoge
    }
picker-closed =
    { $count ->
        [one] Nichts offen; dieser Dialog ist beendet:
       *[other] Nichts offen; diese { $count } Dialoge sind beendet:
    }
picker-card =
    Diese CRM-Karte hat mehrere offene Dialoge, und noch wurde nichts getan. Welcher ist es?
    { $card }
picker-marks = 🔇 Flüstermodus an · 🔊 aus · 💬 der Kunde wartet
picker-on-portal =
    { $head }
    <code>{ $portal }</code>
picker-empty =
    Sie haben keine offenen Dialoge.
    Für den Dialog eines Kollegen senden Sie den Link dazu oder die Nummer.
picker-nothing-found =
    Ich finde keinen Dialog namens „{ $words }“.
    Suchen Sie breiter: weniger Buchstaben, ein anderes Wort oder alle mit /dialogs
    Für den Dialog eines Kollegen senden Sie den Link dazu oder die Nummer.
picker-card-empty =
    Diese CRM-Karte hat keinen offenen Dialog: { $card }
    Falls es doch einen gibt, senden Sie den Link zum Dialog selbst.
picker-failed = ⚠️ Ich kann Ihre Dialoge nicht auflisten.
picker-card-failed = ⚠️ Ich kann nicht sehen, welche Dialoge zu dieser CRM-Karte gehören, deshalb wurde nichts getan: { $card }
picker-meanwhile = Der Link zu einem Dialog oder seine Nummer geht so lange trotzdem.

## Hinweise der neueren Befehle

hint-unknown-command-meant = Den Befehl „/{ $word }“ gibt es nicht. Meinten Sie <code>{ $command }</code>?
hint-meant = Meinten Sie <code>{ $command }</code>? Es wurde nichts umgeschaltet.
hint-no-dialog-whisper =
    In welchem Dialog, und was? Zum Beispiel:
    <code>/whisper { $dialog } bitte zurückrufen</code>
    Statt der Nummer geht auch ein Link zum Dialog.
hint-no-note =
    Was soll ich dort schreiben? Zum Beispiel:
    <code>/whisper { $dialog } bitte zurückrufen</code>
hint-note-too-long =
    { $most ->
        [one] Das ist zu lang für eine Notiz: höchstens { $most } Zeichen. Es wurde nichts gesendet.
       *[other] Das ist zu lang für eine Notiz: höchstens { $most } Zeichen. Es wurde nichts gesendet.
    }
hint-secret-in-note = In diesem Text steht ein Webhook, und der ist geheim. Es wurde nichts gesendet.
hint-not-a-time =
    „{ $word }“ ist keine Zeit. Zum Beispiel:
    <code>/remind 2std</code>
    <code>/remind aus</code>
hint-remind-out-of-range =
    Ich kann Sie frühestens nach einer Minute und spätestens nach sieben Tagen erinnern. Zum Beispiel:
    <code>/remind 2std</code>
    <code>/remind aus</code>
hint-here-takes-off =
    „{ $word }“ gehört da nicht hin. In einer Gruppe:
    <code>/here</code> – diese Gruppe bekommt die Alarme
    <code>/here aus</code> – sie bekommt sie nicht mehr

## Unser Fehler

internal-error =
    ⚠️ Bei mir ist etwas schiefgegangen. Falls Sie gerade einen Dialog umgeschaltet haben, sehen Sie sich seinen Zustand an, bevor Sie schreiben.
    Nennen Sie dem Betreiber des Bots: <code>{ $reference }</code>

## Die Bereitschaftsgruppe und das Schichtende

room-bound =
    📟 Das ist ab jetzt die Bereitschaftsgruppe. Alarme kommen hierher und privat an die Admins.
    /handover – was die nächste Schicht wissen muss
    <code>/here aus</code> – beendet das
room-moved = Die bisherige Bereitschaftsgruppe ist es nicht mehr.
room-unbound = Das ist nicht mehr die Bereitschaftsgruppe. Alarme gehen nur noch privat an die Admins.
room-not-bound = Das ist nicht die Bereitschaftsgruppe. Dazu machen: /here
room-groups-only = Die Bereitschaftsgruppe ist eine Gruppe: Fügen Sie mich dort hinzu und senden Sie /here in der Gruppe oder in einem ihrer Themen.
room-lost = ⚠️ Ich kann nicht mehr in die Bereitschaftsgruppe schreiben: Ich wurde entfernt, oder die Gruppe gibt es nicht mehr. Jetzt gibt es keine, und Alarme gehen nur privat an die Admins. Für eine neue senden Sie /here in einer Gruppe.
# Beide: Ein Flüstermodus auf Zeit ließ sich nicht beenden; das lesen Leute, die ihn nicht befohlen haben.
room-timer =
    🚨 { $dialog } { $sure ->
        [maybe] ist vielleicht <b>IMMER NOCH IM FLÜSTERMODUS</b>: Ich weiß nicht, ob ich ihn nach { $duration } ausschalten konnte.
       *[yes] ist <b>IMMER NOCH IM FLÜSTERMODUS</b>: Ich konnte ihn nach { $duration } nicht ausschalten.
    } Vielleicht wartet der Kunde. Kümmern Sie sich in Bitrix24 darum.
room-timer-by =
    🚨 { $dialog } { $sure ->
        [maybe] ist vielleicht <b>IMMER NOCH IM FLÜSTERMODUS</b>: Ich weiß nicht, ob ich ihn nach { $duration } ausschalten konnte.
       *[yes] ist <b>IMMER NOCH IM FLÜSTERMODUS</b>: Ich konnte ihn nach { $duration } nicht ausschalten.
    } Befohlen hatte das { $name }. Vielleicht wartet der Kunde. Kümmern Sie sich mit { $name } oder in Bitrix24 darum.
room-timer-why = Grund: { $reason }
handover-head =
    { $count ->
        [one] 🤝 Übergabe: { $count } Dialog ist jetzt im Flüstermodus.
       *[other] 🤝 Übergabe: { $count } Dialoge sind jetzt im Flüstermodus.
    }
handover-nothing = 🤝 Übergabe: Kein Dialog ist jetzt im Flüstermodus, soweit ich umgeschaltet habe.
handover-row = 🔇 { $row }
handover-lasts = seit { $duration }
handover-ends = Ende in { $duration }
handover-no-end = <b>kein Ende gesetzt</b>
# „In den letzten 12 Stunden“.
handover-counts = In den letzten { $duration }: 🔇 an { $on } · 🔊 aus { $off } · ⚠️ fehlgeschlagen oder unklar { $failed }

## Eine Notiz, die nur Kollegen sehen

whisper-posted = 🤫 { $dialog }: Ihre Notiz ist gesendet, nur für Kollegen.
whisper-not-enabled =
    🤫 Nicht gesendet: Notizen sind hier nicht eingeschaltet.
    Sie beruhen auf <code>SKIP_CONNECTOR</code>, einem Parameter der Bitrix24-Methode <code>im.message.add</code>, den deren Dokumentation nicht nennt: Würde er ignoriert, bekäme der Kunde die Notiz zu lesen. Der Betreiber des Bots kann sie mit <code>HUSHBOT_WHISPER=true</code> einschalten.
whisper-doubtful =
    ⚠️ { $dialog }: Ihre Notiz ist <b>nicht gesendet</b>, weil ich nicht sicher sein kann, dass der Kunde sie nicht sieht. { $doubt ->
        [closed] Die Sitzung ist beendet; eine Nachricht dort kann eine neue beginnen.
        [kind] Bitrix24 sagt nicht, dass es ein Dialog eines Kommunikationskanals ist.
        [moved] Das Portal ist gerade an eine andere Adresse umgezogen. Senden Sie die Notiz noch einmal.
       *[unclear] Was Bitrix24 über den Dialog sagt, lässt sich nicht sicher lesen.
    }
whisper-not-member = ⚠️ { $dialog }: Ihre Notiz ist <b>nicht gesendet</b>: Sie sind nicht in diesem Dialog. Treten Sie ihm in Bitrix24 bei und senden Sie die Notiz dann noch einmal.
whisper-failed = ⚠️ { $dialog }: Ihre Notiz ist <b>nicht gesendet</b>.
whisper-unclear = ❓ { $dialog }: Ihre Notiz ist vielleicht gesendet, vielleicht nicht; ich weiß es nicht und sende sie kein zweites Mal. Sehen Sie in Bitrix24 nach.

## Das Befehlsmenü, je höchstens 256 Zeichen

menu-silent = Flüstermodus umschalten: 2024 an, 2024 an 30min, 2024 aus
menu-status = Einen Dialog ansehen, ohne ihn zu ändern
menu-log = Wer was umgeschaltet hat
menu-whoami = Wer ich hier bin und wie es meinem Portal geht
menu-connect = Mein Portal mit einem Webhook verbinden
menu-portal = Unter meinen Portalen wählen
menu-disconnect = Meinen Zugang zu einem Portal vergessen
menu-language = Die Sprache wählen
menu-help = Was ich hier tun kann
menu-start = Beginnen
menu-dialogs = Unter meinen offenen Dialogen wählen
menu-silenced = Alles, was jetzt im Flüstermodus ist
menu-remind = Erinnerung an den Flüstermodus: 2std, aus
menu-handover = Was die nächste Schicht wissen muss
menu-whisper = Eine Notiz nur für Kollegen: 2024 Text
menu-here = Eine Gruppe als Bereitschaftsgruppe (dort senden)
menu-invite = Ein Link, der einer Person Zugang gibt
menu-supervisors = Wer Zugang hat
menu-revoke = Jemandem den Zugang entziehen

## Anmelden bei einem Portal

sign-in-howto =
    <b>Melden Sie sich an</b>
    Senden Sie mir die Adresse Ihres Portals; ich antworte mit einer Schaltfläche, die zur Anmeldung dort führt:
    <code>/connect NAME.bitrix24.com</code>

    <b>Oder nehmen Sie einen Webhook</b>
    In Bitrix24: Entwicklerressourcen → Andere → Eingehender Webhook. Wählen Sie Kommunikationskanäle / Open Channels (<code>imopenlines</code>) und Chat und Benachrichtigungen (<code>im</code>) und senden Sie mir seine Adresse. Ihre Nachricht lösche ich sofort.
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
sign-in-go-there =
    { $minutes ->
        [one] 🔑 Melden Sie sich innerhalb von { $minutes } Minute über die Schaltfläche bei <code>{ $portal }</code> an. Von da an handle ich dort in Ihrem Namen.
       *[other] 🔑 Melden Sie sich innerhalb von { $minutes } Minuten über die Schaltfläche bei <code>{ $portal }</code> an. Von da an handle ich dort in Ihrem Namen.
    }
sign-in-no-keys = ⚠️ Bei <code>{ $portal }</code> kann ich mich nicht anmelden: Der Betreiber des Bots hat mir dafür keine Schlüssel einer Anwendung gegeben.
sign-in-no-public-address = ⚠️ Bei <code>{ $portal }</code> kann ich mich nicht anmelden: Dieser Bot hat keine Adresse im Internet, das Portal könnte also nicht antworten.
sign-in-no-address = ⚠️ <code>{ $portal }</code> ist eine Adresse, die dieser Bot nicht öffnen darf.
sign-in-instead = Mit einem Webhook geht es auch ohne.
sign-in-not-done = ⚠️ Nicht bei <code>{ $portal }</code> angemeldet. { $why }
sign-in-abandoned = Vom Portal kam niemand rechtzeitig zurück. Wenn es einen Fehler gezeigt hat, haben Sie dort vielleicht kein Recht auf die Anwendung: Fragen Sie den Admin des Portals.
sign-in-other-portal = Es hat ein anderes Portal geantwortet als das, das Sie genannt haben. Prüfen Sie die Adresse.
sign-in-too-late = Bitrix24 hat seine eigene Antwort nicht mehr angenommen; sie gilt nur eine halbe Minute. Versuchen Sie es noch einmal.
sign-in-ended = ⚠️ Ich habe keinen Zugang zu <code>{ $portal }</code> mehr. { $why }
trouble-ended-over = Ihre Anmeldung gilt nicht mehr. Melden Sie sich über die Schaltfläche neu an, oder mit <code>/connect { $portal }</code> im privaten Chat mit mir.
    .short = neu anmelden
trouble-ended-keys-refused = Bitrix24 nimmt die Anwendung dieses Bots auf <code>{ $portal }</code> nicht an: Ihre Schlüssel sind falsch, oder sie ist dort nicht installiert. Sagen Sie es dem Betreiber des Bots und melden Sie sich dann neu an.
    .short = Schlüssel der Anwendung abgelehnt
trouble-ended-unpaid = Laut Bitrix24 ist <code>{ $portal }</code> oder die Anwendung nicht bezahlt, oder die Anwendung wurde entfernt. Fragen Sie den Admin des Portals und melden Sie sich dann neu an.
    .short = Portal oder Anwendung nicht bezahlt
trouble-ended-app-removed = Die Anwendung wurde von <code>{ $portal }</code> entfernt. Bitten Sie den Admin des Portals, sie wieder zu installieren, und melden Sie sich dann neu an.
    .short = Anwendung entfernt
trouble-auth-server-silent = Der Autorisierungsserver von Bitrix24 antwortet nicht, wie er soll; ich habe deshalb gerade kein gültiges Token. Versuchen Sie es später noch einmal.
    .short = Autorisierungsserver antwortet nicht
connection-signed-in =
    { $count ->
        [one] Angemeldet; ohne Nutzung gilt das noch { $count } Tag.
       *[other] Angemeldet; ohne Nutzung gilt das noch { $count } Tage.
    }
button-go-sign-in = 🔑 Anmelden
button-sign-in = 🔑 Neu anmelden

## Was ein Browser nach der Anmeldung zeigt: reiner Text

page-connected = { $portal } ist verbunden.
page-connected-who = Ab jetzt handelt { $owner } auf Telegram dort als { $person }. Wenn Sie nicht wissen, wer das auf Telegram ist, hat Ihnen jemand seinen Link geschickt: Sagen Sie dem Admin des Portals sofort, dass er die Anwendung entfernen soll.
page-goes-on = Es dauert noch etwas. Das Ergebnis steht dann in Telegram.
page-not-done = Das hat nicht geklappt. Warum, steht in Telegram.
page-unknown = Dieser Link wurde schon benutzt oder ist nicht von mir. Beginnen Sie in Telegram neu mit /connect
page-expired = Dieser Link ist abgelaufen: Er gilt zehn Minuten. Beginnen Sie in Telegram neu mit /connect
page-go-back = Sie können zu Telegram zurückkehren.
