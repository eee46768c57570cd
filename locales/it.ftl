# hushbot in italiano. Termini di Bitrix24: «modalità sussurro», «Canali aperti».
# Le stesse chiavi e variabili di en.ftl; i test lo verificano.
#
# Markup: HTML di Telegram, solo <b> e <code>. Ciò che sta in <code> si copia con un tocco.
# A sinistra: 🔇 in modalità sussurro, 🔊 non in modalità sussurro, ⚠️ problema, ❓ sconosciuto,
# ⏳ in corso, ⏰ in ritardo, 🚨 qualcuno deve intervenire subito.

## La lingua stessa

language-name = Italiano
language-name-english = Italian
# Parole per attivare e disattivare, separate da virgole. La prima è quella degli esempi.
silent-on-words = attiva, attivare, attivata, attivato, sì, si, accendi, accendere, silenzia
silent-off-words = disattiva, disattivare, disattivata, disattivato, no, spegni, spegnere
# Parole per le unità di tempo, separate da virgole: 30min, 2 ore.
unit-minute-words = min, m, minuto, minuti
unit-hour-words = h, ora, ore
unit-day-words = d, gg, giorno, giorni

## Pezzi

example-dialog = 2024
dialog = <b>{ $number }</b>
dialog-named = <b>{ $number }</b> · { $name }
dialog-on-portal = { $dialog } (<code>{ $portal }</code>)
dialog-reference = <code>{ $reference }</code>
scope-name = <code>{ $scope }</code>
list-more = … e altri { $count }
# Prima della data niente articolo: «il 7» ma «l'8».
date = { $day } { $month } { $year }
month =
    { $month ->
        [1] gennaio
        [2] febbraio
        [3] marzo
        [4] aprile
        [5] maggio
        [6] giugno
        [7] luglio
        [8] agosto
        [9] settembre
        [10] ottobre
        [11] novembre
       *[12] dicembre
    }
# Stanno dopo «tra», «per», «da» e «dopo», e prima di «fa».
duration-days =
    { $count ->
        [one] { $count } giorno
       *[other] { $count } giorni
    }
duration-hours =
    { $count ->
        [one] { $count } ora
       *[other] { $count } ore
    }
duration-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minuti
    }
duration-seconds =
    { $count ->
        [one] { $count } secondo
       *[other] { $count } secondi
    }
duration-both = { $big } e { $small }
wait-known = tra { $duration }
wait-unknown = tra circa dieci minuti
ago = { $duration } fa
# Secondi con un decimale.
seconds = { $whole },{ $tenths } s

## Pulsanti: al massimo 24 caratteri

button-silent-on = 🔇 Attiva sussurro
button-silent-off = 🔊 Disattiva sussurro
button-refresh = 🔄 Aggiorna
button-retry = 🔁 Riprova
button-status = 🔎 Mostra lo stato
button-minutes = ⏱️ { $count } min
button-hours = ⏱️ { $count } h
button-more = 🔇 Altri { $count } min
# Di nuovo attiva alla fine del tempo, ora senza scadenza.
button-on-again = 🔇 Riattiva senza limite
button-run-now = ▶️ Esegui ora
# Una di più conversazioni: a che cosa porta il pulsante.
button-silent-on-one = { $number } → 🔇
button-silent-off-one = { $number } → 🔊
button-retry-one = { $number } 🔁
button-status-one = { $number } 🔎
button-portal = { $number } · { $portal }
button-share = 📨 Inoltra

## Di chi sono i messaggi che la modalità sussurro trattiene

silent-means =
    { $generation ->
        [chat] Nulla di ciò che scrivono gli operatori arriva al cliente.
        [personal] I Suoi messaggi restano tra colleghi. Gli altri operatori hanno il proprio interruttore.
       *[unknown] I Suoi messaggi restano tra colleghi. Quelli degli altri operatori possono ancora arrivare al cliente.
    }
loud-means =
    { $generation ->
        [chat] Ciò che scrivono gli operatori arriva al cliente.
        [personal] I Suoi messaggi arrivano al cliente.
       *[unknown] I Suoi messaggi arrivano al cliente.
    }
generation =
    { $generation ->
        [chat] Lì la modalità sussurro vale per tutta la conversazione: finché è attiva, nulla di ciò che scrivono gli operatori arriva al cliente.
        [personal] Lì la modalità sussurro è personale: trattiene i Suoi messaggi, non quelli degli altri operatori.
       *[unknown] Se lì la modalità sussurro trattiene solo i Suoi messaggi o quelli di tutti gli operatori, si vedrà alla prima attivazione o disattivazione.
    }

## Una conversazione è cambiata

switched-on = 🔇 { $dialog }: in modalità sussurro.
switched-on-for = 🔇 { $dialog }: in modalità sussurro per { $duration }.
switched-off = 🔊 { $dialog }: non in modalità sussurro.
# Sotto la riga precedente.
loud-again =
    { $generation ->
        [chat] Ciò che scrivono gli operatori arriva di nuovo al cliente.
        [personal] I Suoi messaggi arrivano di nuovo al cliente.
       *[unknown] I Suoi messaggi arrivano di nuovo al cliente.
    }
accepted-on = ❓ { $dialog }: Bitrix24 ha accettato «attiva», ma lì lo stato non si può leggere. Controlli in Bitrix24 prima di scrivere qualcosa che il cliente non deve vedere.
accepted-off = ❓ { $dialog }: Bitrix24 ha accettato «disattiva», ma lì lo stato non si può leggere. Controlli in Bitrix24 che al cliente arrivi ciò che Lei scrive.
contradicted-on = ⚠️ Bitrix24 ha risposto di sì, ma { $dialog } <b>NON è ancora in modalità sussurro</b> (verificato). Non scriva nulla che il cliente non debba vedere.
contradicted-off = ⚠️ Bitrix24 ha risposto di sì, ma { $dialog } <b>resta in modalità sussurro</b> (verificato). Ciò che Lei scrive non arriva al cliente.
failed-switch = ⚠️ { $dialog }: modifica non riuscita.
failed-switch-maybe = ❓ { $dialog }: la modifica può essere riuscita oppure no. Guardi lo stato prima di scrivere.
failed-status = ⚠️ { $dialog }: impossibile mostrare lo stato.

## Più conversazioni

many-on =
    { $count ->
        [one] 🔇 { $count } conversazione è in modalità sussurro.
       *[other] 🔇 Tutte le { $count } conversazioni sono in modalità sussurro.
    }
many-off =
    { $count ->
        [one] 🔊 { $count } conversazione non è più in modalità sussurro.
       *[other] 🔊 Non più in modalità sussurro: tutte le { $count } conversazioni.
    }
many-on-partly =
    { $count ->
        [one] ⚠️ Di sicuro in modalità sussurro: { $done } su { $count } conversazione.
       *[other] ⚠️ Di sicuro in modalità sussurro: { $done } su { $count } conversazioni.
    }
many-off-partly =
    { $count ->
        [one] ⚠️ Di sicuro non più in modalità sussurro: { $done } su { $count } conversazione.
       *[other] ⚠️ Di sicuro non più in modalità sussurro: { $done } su { $count } conversazioni.
    }
many-on-accepted =
    { $count ->
        [one] ❓ Bitrix24 ha accettato «attiva» per { $count } conversazione, ma lì lo stato non si può leggere. Controlli prima di scrivere.
       *[other] ❓ Bitrix24 ha accettato «attiva» per { $count } conversazioni, ma lì lo stato non si può leggere. Controlli prima di scrivere.
    }
many-off-accepted =
    { $count ->
        [one] ❓ Bitrix24 ha accettato «disattiva» per { $count } conversazione, ma lì lo stato non si può leggere. Controlli che al cliente arrivi ciò che Lei scrive.
       *[other] ❓ Bitrix24 ha accettato «disattiva» per { $count } conversazioni, ma lì lo stato non si può leggere. Controlli che ai clienti arrivi ciò che Lei scrive.
    }
# Sotto l'elenco: di chi sono i messaggi trattenuti nelle righe con questo segno.
many-means = 🔇 = in modalità sussurro. { $means }
row-on = 🔇 { $dialog }: in modalità sussurro
row-off = 🔊 { $dialog }: non in modalità sussurro
row-unknown = ❓ { $dialog }: stato sconosciuto
row-accepted = ❓ { $dialog }: accettato, non verificabile
row-still-on = ⚠️ { $dialog }: <b>resta in modalità sussurro</b>
row-still-off = ⚠️ { $dialog }: <b>ancora NON in modalità sussurro</b>
row-failed = ⚠️ { $dialog }: { $reason }
row-maybe = ❓ { $dialog }: modifica forse riuscita; { $reason }
row-closed = { $row } · sessione chiusa
row-ends = { $row } · finisce tra { $duration }

## Lo stato di una conversazione

status-on = 🔇 { $dialog }: in modalità sussurro.
status-off = 🔊 { $dialog }: non in modalità sussurro.
status-unknown =
    ❓ { $dialog }: stato sconosciuto.
    Bitrix24 non dice se è in modalità sussurro. Controlli in Bitrix24 prima di scrivere qualcosa che il cliente non deve vedere.
status-closed = La sessione è chiusa: ciò che Lei scrive non arriva a nessuno finché non ne inizia una nuova.
# Riguarda una o più conversazioni.
ends-in = ⏱️ La modalità sussurro finisce da sola tra { $duration }.

## La scheda di una conversazione: i dati sotto il suo stato, una riga breve per ciascuno

button-undo = ↩️ Annulla
button-open = 🔗 Apri
# Il canale secondo il tipo; se non è noto, se ne mostra il codice.
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
        [notifications] 💬 SMS e WhatsApp
        [max] 💬 MAX
        [wazzup] 💬 Wazzup
        [skype] 💬 Skype
       *[unknown] 💬 { $code }
    }
card-line = { $line }
card-operator = 👤 { $name }
# Il numero del dipendente sul portale, se il nome non si può avere.
card-operator-number = 👤 dipendente n. { $number }
card-operator-nobody = 👤 nessuno l'ha ancora presa in carico
card-silenced = 🕐 in modalità sussurro da { $duration } · { $name }
card-ends = ⏱️ finisce da sola tra { $duration }
# Senza «fino»: la preposizione cambia («fino alle 15:30», «fino a mar 24…»).
card-ends-at = ⏱️ fine: { $clock } (tra { $duration })
# Un giorno diverso da oggi.
clock-day = { $weekday } { $day } { $month }, { $time }
weekday =
    { $weekday ->
        [1] lun
        [2] mar
        [3] mer
        [4] gio
        [5] ven
        [6] sab
       *[7] dom
    }
# In un gruppo: chi l'ha fatto.
acted-by = — { $name }
# Un avviso a comparsa, al massimo 200 caratteri: un pulsante che ormai potrebbe fare danni.
old-card = Questa scheda non era aggiornata. Ora mostra lo stato attuale: prema di nuovo.

## Mentre un comando è in corso

interim =
    ⏳ { $dialogs }: { $order ->
        [on] sto attivando la modalità sussurro.
        [off] sto disattivando la modalità sussurro.
       *[none] ci sto ancora lavorando.
    }
interim-nothing = ⏳ Ci sto ancora lavorando.
interim-waiting =
    { $why ->
        [requests] Bitrix24 chiede di aspettare (troppe richieste)
        [limit] Bitrix24 chiede di aspettare (il suo limite di tempo è esaurito)
        [unreachable] Il portale non è raggiungibile
        [no-answer] Bitrix24 non risponde
       *[error] Bitrix24 ha un errore interno
    }; prossimo tentativo tra { $duration }.
interim-foot = Scriverò qui il risultato.

## Comandi arrivati in ritardo

old-order = ⏰ Questo comando è arrivato con { $duration } di ritardo, quindi non l'ho eseguito: <code>{ $text }</code>
old-order-button = ⏰ Non ero in linea quando ha premuto quel pulsante, { $duration } fa. Non è stato modificato nulla.
old-order-interrupted = ⏰ Il mio lavoro su questo comando si è interrotto, { $duration } fa, e non so se è stato eseguito: <code>{ $text }</code>
old-order-button-interrupted = ⏰ Il mio lavoro si è interrotto dopo che ha premuto quel pulsante, { $duration } fa, e non so se il comando è stato eseguito.
old-order-gone = ⏰ Quel comando non si può più eseguire: è già stato eseguito, l'ho dimenticato o è di qualcun altro. Ora non è stato modificato nulla.
not-kept = ⚠️ In questo momento non posso salvare il Suo comando in modo sicuro (problema del mio disco), quindi non l'ho eseguito. Faccia la modifica in Bitrix24 e avvisi chi gestisce il bot.
not-kept-yet = ⚠️ In questo momento non posso salvare il Suo comando (il mio database), quindi non l'ho ancora eseguito. Resta in attesa: me ne occuperò appena possibile. Se è urgente, lo faccia in Bitrix24.

## Modalità sussurro a tempo

timer-over = 🔊 { $dialog }: la modalità sussurro è finita dopo { $duration }. { $means }
timer-accepted = ❓ { $dialog }: dopo { $duration } ho disattivato la modalità sussurro. Bitrix24 ha accettato, ma lì lo stato non si può leggere. Controlli in Bitrix24 che al cliente arrivi ciò che Lei scrive.
timer-contradicted = 🚨 { $dialog } è <b>ANCORA IN MODALITÀ SUSSURRO</b> (verificato): quando l'ho disattivata dopo { $duration }, Bitrix24 ha risposto di sì ma non l'ha fatto. Ciò che Lei scrive non arriva al cliente.
timer-failed = 🚨 { $dialog } è <b>ANCORA IN MODALITÀ SUSSURRO</b>: non sono riuscito a disattivarla dopo { $duration }. Ciò che Lei scrive non arriva al cliente.
timer-unclear = 🚨 { $dialog } potrebbe essere <b>ANCORA IN MODALITÀ SUSSURRO</b>: ho provato a disattivarla dopo { $duration } e non so se ha funzionato. Guardi lo stato.
timer-no-connection = Non ho più accesso al portale di questa conversazione. Disattivi la modalità sussurro in Bitrix24 oppure ricolleghi il portale con /connect nella nostra chat privata.
timer-replaced =
    { $order ->
        [on] ⏱️ { $dialog }: { $name } ha inviato di nuovo «attiva». Il Suo timer è annullato: non disattiverò all'ora che aveva impostato.
       *[off] ⏱️ { $dialog }: { $name } ha inviato «disattiva». Il Suo timer è annullato.
    }

## Conversazioni in modalità sussurro tenute d'occhio

button-all-off = 🔊 Disattiva in tutte
# Bitrix24 l'ha tolta: riattivarla com'era.
button-again = 🔇 Attiva di nuovo
watch-closed = 🔊 { $dialog }: la sessione è stata chiusa, e con essa è finita la modalità sussurro, dopo { $duration }.
watch-dropped = ⚠️ { $dialog } <b>NON è più in modalità sussurro</b> (verificato): dopo { $duration } Bitrix24 l'ha tolta, o qualcuno l'ha disattivata lì. { $means }
watch-by = 🔊 { $dialog }: { $name } ha disattivato la modalità sussurro dopo { $duration }. { $means }
watch-lost = ⚠️ { $dialog }: non posso più tenere d'occhio questa conversazione: Bitrix24 non Le permette di vederla o non accetta il Suo webhook. Era in modalità sussurro da { $duration }. Controlli in Bitrix24 se lo è ancora.
watch-many =
    { $count ->
        [one] ⚠️ È cambiata { $count } conversazione che Lei ha messo in modalità sussurro:
       *[other] ⚠️ Sono cambiate { $count } conversazioni che Lei ha messo in modalità sussurro:
    }
watch-row-closed = 🔊 { $dialog }: sessione chiusa
watch-row-dropped = ⚠️ { $dialog }: <b>NON è più in modalità sussurro</b>
watch-row-by = 🔊 { $dialog }: disattivata da { $name }
watch-row-lost = ⚠️ { $dialog }: nessun accesso, controlli in Bitrix24
reminder = 🔇 { $dialog } è in modalità sussurro da { $duration }. { $means }
reminder-waits = 🚨 { $dialog }: <b>il cliente sta aspettando</b> una risposta, e la conversazione è in modalità sussurro da { $duration }. { $means }
reminder-many =
    { $count ->
        [one] 🔇 { $count } conversazione è ancora in modalità sussurro:
       *[other] 🔇 { $count } conversazioni sono ancora in modalità sussurro:
    }
reminder-many-wait =
    { $count ->
        [one] 🚨 { $count } conversazione è ancora in modalità sussurro, e <b>ci sono clienti in attesa</b>:
       *[other] 🚨 { $count } conversazioni sono ancora in modalità sussurro, e <b>ci sono clienti in attesa</b>:
    }
reminder-row = 🔇 { $dialog }: { $duration }
reminder-row-waits = 🚨 { $dialog }: { $duration }, <b>il cliente sta aspettando</b>
reminder-foot = Quando ricordarglielo: /remind
remind-after = ⏱️ Se la modalità sussurro non ha scadenza, gliela ricordo dopo { $duration }, e di nuovo dopo altrettanto tempo.
remind-off = ⏱️ Non ricordo le modalità sussurro senza scadenza.
remind-how = Per cambiare: <code>/remind 2h</code> o <code>/remind disattiva</code>
silenced-head =
    { $count ->
        [one] 🔇 { $count } conversazione in modalità sussurro, attivata con questo bot:
       *[other] 🔇 { $count } conversazioni in modalità sussurro, attivata con questo bot; prima quelle che durano da più tempo:
    }
silenced-head-all =
    { $count ->
        [one] 🔇 Di tutti: { $count } conversazione in modalità sussurro, attivata con questo bot:
       *[other] 🔇 Di tutti: { $count } conversazioni in modalità sussurro, attivata con questo bot; prima quelle che durano da più tempo:
    }
silenced-none = 🔊 Nessuna delle Sue conversazioni è in modalità sussurro attivata con questo bot.
silenced-none-all = 🔊 Nessuna conversazione è in modalità sussurro attivata con questo bot.
silenced-row = 🔇 { $dialog }: { $duration }
silenced-row-unproven = ❓ { $dialog }: { $duration }
silenced-row-by = { $row } · { $name }
silenced-unproven = ❓ = ora non è stato possibile verificare.

## Il registro

log-head = Chi ha modificato cosa, dal più recente:
log-head-dialog = Chi ha modificato { $dialog }, dal più recente:
log-empty = Finora nessuna modifica.
log-empty-dialog = Non mi risulta che qualcuno abbia modificato { $dialog }.
log-row =
    { $mark ->
        [on] 🔇
        [off] 🔊
        [unknown] ❓
        [replaced] ⏭️
       *[trouble] ⚠️
    } { $where }
    { $what }
log-on = attiva
log-on-for = attiva per { $duration }
log-off = disattiva
log-who = { $name }
log-who-id = <code>{ $id }</code>
log-timer = timer di { $person }
log-reason = «{ $reason }»
log-took = { $outcome }, { $seconds }
log-outcome =
    { $outcome ->
        [done] fatto
        [said] accettato, non verificabile
        [contradicted] <b>non fatto</b>, anche se Bitrix24 ha risposto di sì
        [failed] non riuscito
        [unclear] forse fatto
       *[replaced] sostituito da un comando più recente
    }

## Per gli amministratori: solo loro possono rimediare

alarm-second-poller = 🚨 Qualcun altro riceve i miei messaggi: è in funzione una seconda copia di questo bot con lo stesso token, oppure è impostato un webhook. Finché non ne resta uno solo, alcuni messaggi non mi arrivano. Fermi l'altro.
alarm-portal-blocked = 🚨 Bitrix24 ha bloccato REST per <code>{ $portal }</code>. Lì non posso modificare nulla finché l'amministratore del portale non ottiene lo sblocco, tramite il supporto di Bitrix24.
alarm-store-broken = 🚨 Non riesco più a scrivere sul mio disco, quindi non eseguo comandi. Controlli il disco, poi mi riavvii.
alarm-store-away = 🚨 Il mio database non è raggiungibile o non accetta scritture, quindi per ora non eseguo comandi. Aspettano presso Telegram e riprenderò da solo quando tornerà: controlli il database, non serve riavviarmi.

## Che cosa ha impedito a un portale di farlo. L'attributo è la forma breve per gli elenchi.

trouble-no-such-dialog = Nel portale non c'è nessuna conversazione con questo numero. Controlli il numero o invii un link alla conversazione.
    .short = conversazione inesistente
trouble-not-an-open-channel = Questa chat non è una conversazione di un canale aperto e non ha la modalità sussurro. Controlli il numero.
    .short = non è un canale aperto
trouble-no-dialog-access = Lei non può entrare nelle conversazioni di questo canale aperto. Chieda l'accesso all'amministratore del portale.
    .short = nessun accesso
trouble-dialog-unavailable = Bitrix24 non Le mostra questa conversazione. Controlli il numero; se è giusto, chieda all'amministratore del portale l'accesso al canale aperto.
    .short = non trovata o nessun accesso
trouble-no-card-access = Bitrix24 non Le mostra questa scheda, o la scheda non ha conversazioni. Controlli il link o incolli quello della conversazione stessa.
    .short = scheda non visibile o senza conversazioni
trouble-credentials-refused = Bitrix24 non accetta il webhook: è stato eliminato o la sua chiave è errata. Ne crei uno nuovo e lo invii con /connect nella nostra chat privata.
    .short = webhook rifiutato, ne serve uno nuovo: /connect
trouble-nobody-behind-credentials = Dietro il Suo webhook non c'è più nessun utente. Ne crei uno nuovo con il Suo account e lo invii con /connect nella nostra chat privata.
    .short = webhook senza utente
trouble-user-inactive = Il Suo account sul portale non è attivo. Chieda all'amministratore del portale di attivarlo.
    .short = il Suo account non è attivo
trouble-not-an-employee = Solo i dipendenti possono usare la modalità sussurro, e il webhook appartiene a un utente esterno. Ne crei uno come dipendente e lo invii con /connect nella nostra chat privata.
    .short = il webhook non è di un dipendente
trouble-missing-scopes =
    { $count ->
        [one] Al Suo webhook manca l'autorizzazione { $scopes }. La aggiunga nelle impostazioni del webhook in Bitrix24, poi riprovi.
       *[other] Al Suo webhook mancano le autorizzazioni { $scopes }. Le aggiunga nelle impostazioni del webhook in Bitrix24, poi riprovi.
    }
    .short = al webhook manca { $scopes }
trouble-app-restricted = L'applicazione è aperta solo ad alcuni utenti. Chieda all'amministratore del portale di aggiungerLa.
    .short = applicazione non disponibile per Lei
trouble-app-removed = L'applicazione è stata rimossa dal portale. Chieda all'amministratore del portale di reinstallarla, oppure colleghi un webhook con /connect nella nostra chat privata.
    .short = applicazione rimossa
trouble-wrong-kind-of-credentials = Questo tipo di accesso non lo consente. Crei un webhook in ingresso e lo invii con /connect nella nostra chat privata.
    .short = tipo di accesso non adatto
trouble-confirmation-waiting = Prima un amministratore del portale deve approvarlo in Bitrix24. Glielo chieda, poi riprovi.
    .short = in attesa dell'approvazione di un amministratore
trouble-confirmation-denied = Un amministratore del portale l'ha rifiutato in Bitrix24. Solo lui può consentirlo.
    .short = rifiutato da un amministratore
trouble-plan-required = Il piano del portale non include l'accesso REST. All'amministratore del portale serve un piano a pagamento o un abbonamento a Market.
    .short = il piano non include l'accesso REST
trouble-tariff-lacks-feature = Il piano del portale non lo prevede. Si rivolga all'amministratore del portale.
    .short = non incluso nel piano del portale
trouble-too-many-requests = In questo momento il portale riceve troppe richieste; non è stato fatto nulla. Riprovi tra un minuto.
    .short = troppe richieste, riprovi
trouble-operating-time-used-up = Il limite di tempo del portale per questa operazione è esaurito; non è stato fatto nulla. Riprovi { $wait }.
    .short = limite esaurito, riprovi { $wait }
trouble-blocked-by-vendor = Bitrix24 ha bloccato REST per questo portale. Solo l'amministratore del portale può ottenere lo sblocco, tramite il supporto di Bitrix24.
    .short = REST bloccato da Bitrix24
trouble-portal-deleted = Questo portale è chiuso. Può dimenticarlo con /disconnect.
    .short = portale chiuso
trouble-method-missing = Il portale non può farlo: il suo modulo Canali aperti manca o è troppo vecchio. L'amministratore del portale deve installarlo o aggiornarlo.
    .short = modulo Canali aperti troppo vecchio
trouble-chat-module-missing = Al portale manca il modulo della chat. L'amministratore del portale deve installarlo.
    .short = manca il modulo della chat
trouble-https-required = Il portale richiede https. Copi di nuovo l'indirizzo del webhook, con <code>https://</code>, e lo invii con /connect nella nostra chat privata.
    .short = serve https
trouble-auth-server-unreachable = Il portale non riesce a raggiungere il server di autorizzazione di Bitrix24. Riprovi più tardi; se il problema rimane, avvisi l'amministratore del portale.
    .short = il portale non raggiunge Bitrix24, riprovi più tardi
trouble-portal-fault = Qualcosa non ha funzionato dentro Bitrix24. Riprovi tra un minuto; se il problema rimane, avvisi l'amministratore del portale.
    .short = errore dentro Bitrix24
trouble-refused = Bitrix24 ha rifiutato con il codice <code>{ $code }</code>. Lo comunichi all'amministratore del portale.
    .short = rifiutato: <code>{ $code }</code>
trouble-unreachable = Il portale non è raggiungibile; non è stato fatto nulla. Riprovi; se il problema rimane, controlli che il portale si apra in un browser.
    .short = portale non raggiungibile
trouble-no-answer = Bitrix24 non ha risposto in tempo. Riprovi tra un minuto.
    .short = nessuna risposta in tempo
trouble-unreadable-answer = La risposta di Bitrix24 non è leggibile; forse viene da un proxy. Riprovi; se il problema rimane, avvisi l'amministratore del portale.
    .short = risposta illeggibile
trouble-address-refused = Il nome del portale porta a un indirizzo interno, che questo bot non può aprire. Può consentirlo chi gestisce il bot.
    .short = indirizzo interno, non consentito
trouble-redirect-refused = Il portale reindirizza altrove, e io non lo seguo. Se si è trasferito, crei un webhook al nuovo indirizzo e lo invii con /connect nella nostra chat privata.
    .short = reindirizza altrove

## Perché nulla è stato inviato a un portale

reason-not-connected = Non ha nessun portale collegato. Invii /connect nella nostra chat privata per vedere come fare.
    .short = nessun portale collegato
reason-other-portal = Il link porta a <code>{ $portal }</code>, a cui non ha un collegamento. Lo colleghi con /connect nella nostra chat privata.
    .short = nessun collegamento a <code>{ $portal }</code>
reason-no-such-connection = Non ha un collegamento al portale di questo pulsante. Lo colleghi con /connect, oppure chieda della conversazione sul Suo: <code>/status { $dialog }</code>
    .short = nessun collegamento a quel portale
reason-not-connected-there = Non ha un collegamento al portale di questo pulsante. Lo colleghi con /connect nella nostra chat privata, oppure guardi le Sue conversazioni: /dialogs
    .short = nessun collegamento a quel portale
reason-superseded = È stato sostituito da un Suo comando più recente; questo non è stato eseguito.
    .short = sostituito da un comando più recente
reason-superseded-by = È stato sostituito da un comando più recente di { $name }; questo non è stato eseguito.
    .short = sostituito da un comando più recente di { $name }

## Benvenuto e aiuto

welcome =
    👋 Attivo e disattivo la modalità sussurro nei Canali aperti di Bitrix24. Il Suo ruolo qui: { $role ->
        [admin] amministratore
       *[supervisor] supervisore
    }.
let-in =
    ✅ Ha accesso. Il Suo ruolo: { $role ->
        [admin] amministratore
       *[supervisor] supervisore
    }. Attivo e disattivo la modalità sussurro nei Canali aperti di Bitrix24.
already-in =
    Qui ha già accesso come { $role ->
        [admin] amministratore
       *[supervisor] supervisore
    }, quindi il link resta inutilizzato. Lo inoltri alla persona a cui è destinato.
next-silent =
    Provi con il numero di una conversazione: <code>/silent 2024 attiva</code>
    Altro: /help
next-connect = Ora colleghi il Suo Bitrix24.
help-stranger =
    Questo bot attiva e disattiva la modalità sussurro delle conversazioni di Bitrix24 per chi ha accesso, e Lei non lo ha ancora.
    Un amministratore può inviarLe un link; /whoami mostra l'id da comunicargli.
    /language – un'altra lingua
help-not-connected = ⚠️ Non ha ancora nessun portale collegato: inizi con /connect
help-examples = Provi:
help-examples-with = Provi con { $name }:
help-supervisor =
    <code>/silent { $dialog } attiva</code> – solo i colleghi vedono ciò che Lei scrive
    <code>/silent { $dialog } attiva 30min</code> – lo stesso, per 30 minuti
    <code>/silent { $dialog } disattiva</code> – il cliente lo vede di nuovo
help-more = /dialogs per scegliere una conversazione, o incolli un link; il resto è nel menu.
help-admin = Per gli amministratori: /invite · /supervisors · <code>/revoke 123456789</code>
invite-unknown = Questo link non funziona: è già stato usato o non è completo. Ne chieda uno nuovo a un amministratore.
invite-expired = Questo link è scaduto. Ne chieda uno nuovo a un amministratore.

## Persone

stranger = ⛔ Accesso non autorizzato. Comunichi il Suo id a un amministratore: <code>{ $id }</code>
denied-stranger = ⛔ Accesso non autorizzato. /whoami mostra l'id da comunicare a un amministratore.
denied-admins-only = ⛔ Solo per gli amministratori.
denied-private-only = 🔒 Funziona solo in una chat privata con me: gli altri non devono vederlo.
whoami-head = Il Suo id di Telegram: <code>{ $id }</code>
whoami-role =
    Ruolo: { $role ->
        [admin] amministratore
       *[supervisor] supervisore
    }
whoami-stranger = Accesso non autorizzato. Comunichi il Suo id a un amministratore.
whoami-not-connected = Nessun portale collegato. /connect mostra come fare.
connection-healthy = ✅ <code>{ $portal }</code> · { $person }
connection-ailing = ⚠️ <code>{ $portal }</code> · { $person }
connection-default = { $connection } · predefinito
connection-since = Collegato in data { $date }.
connection-lacks =
    { $count ->
        [one] ⚠️ Al webhook manca l'autorizzazione { $scopes }.
       *[other] ⚠️ Al webhook mancano le autorizzazioni { $scopes }.
    }
invite-text =
    <b>Invito a @{ $bot }</b>
    Apra il link e prema «Avvia»:
    { $link }
    Chi lo apre per primo ottiene l'accesso come supervisore. Vale una sola volta, per { $hours ->
        [one] { $hours } ora
       *[other] { $hours } ore
    }.
supervisors-head =
    { $count ->
        [one] { $count } persona ha accesso:
       *[other] { $count } persone hanno accesso:
    }
supervisor-row =
    <b>{ $name }</b> · { $role ->
        [admin] amministratore
       *[supervisor] supervisore
    } · <code>{ $id }</code> · dal giorno { $date }
supervisor-row-environment = <code>{ $id }</code> · amministratore dalla configurazione del bot
supervisor-portals = { $row } · { $portals }
revoked = ✅ { $name } (<code>{ $id }</code>) non ha più accesso.
revoked-connections =
    { $count ->
        [one] È stato eliminato anche { $count } collegamento.
       *[other] Sono stati eliminati anche { $count } collegamenti.
    }
revoked-silences =
    { $count ->
        [one] La modalità sussurro attivata a tempo da questa persona non finisce più da sola nella conversazione { $dialogs }. Se lì aspetta un cliente, la disattivi.
       *[other] La modalità sussurro attivata a tempo da questa persona non finisce più da sola nelle conversazioni { $dialogs }. Se lì aspetta un cliente, la disattivi.
    }
revoke-not-listed = Nessuno con l'id <code>{ $id }</code> ha accesso. Gli id: /supervisors
revoke-admin-by-environment = <code>{ $id }</code> è amministratore dalla configurazione del bot. Può cambiarlo solo chi gestisce il bot.
revoke-oneself = Non può togliere il proprio accesso. Chieda a un altro amministratore.

## Portali

webhook-howto =
    <b>Dove trovare un webhook</b>
    In Bitrix24: Risorse per sviluppatori → Altro → Webhook in ingresso.
    Autorizzazioni: Canali aperti (<code>imopenlines</code>) e Chat e notifiche (<code>im</code>). Salvi e copi l'indirizzo.
    È fatto così, con il Suo portale, il Suo numero utente e una lunga chiave:
    <code>https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Lo invii nella nostra chat privata, dopo il comando:
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Elimino subito il Suo messaggio e conservo la chiave cifrata.
connected = ✅ <code>{ $portal }</code> è collegato. Lì agisce come <b>{ $person }</b>.
connected-replaced = Sostituisce il Suo collegamento precedente a questo portale.
connected-default = D'ora in poi è il predefinito; per cambiarlo: /portal
connected-lacks-open-lines = ⚠️ Non funziona ancora nulla: al webhook manca l'autorizzazione Canali aperti (<code>imopenlines</code>). La aggiunga nelle impostazioni del webhook in Bitrix24, poi controlli con /whoami.
connected-lacks-im = Al webhook manca l'autorizzazione Chat e notifiche (<code>im</code>). Posso attivare e disattivare anche senza, ma /dialogs non può elencare nulla, e forse saprò solo più tardi di chi sono i messaggi che la modalità sussurro trattiene.
connected-cannot-switch = ⚠️ Questo portale non può attivare né disattivare la modalità sussurro: il suo modulo Canali aperti manca o è troppo vecchio. L'amministratore del portale deve installarlo o aggiornarlo.
webhook-not-a-url = ⚠️ Non è un webhook: non si legge come un indirizzo.
webhook-not-https = ⚠️ Il webhook deve iniziare con <code>https://</code>.
webhook-no-rest-path = ⚠️ È un indirizzo, ma non un webhook: non contiene <code>/rest/</code>.
webhook-no-user = ⚠️ Il webhook non è completo: manca il Suo numero utente dopo <code>/rest/</code>.
webhook-no-secret = ⚠️ Il webhook non è completo: la sua chiave manca o è tagliata. Lo copi per intero.
webhook-address-refused = ⚠️ È un indirizzo interno, che questo bot non può aprire. Può consentirlo chi gestisce il bot.
connect-other-user = ⚠️ Bitrix24 dice che questo webhook appartiene a un utente diverso da quello indicato nell'indirizzo. Lo copi di nuovo.
connect-trouble = ⚠️ Non collegato.
portal-choice-use = Quale portale usare come predefinito?
portal-choice-forget = Quale portale dimenticare? Elimino il suo webhook da parte mia.
portal-name = <code>{ $portal }</code>
portal-row = { $number }. <code>{ $portal }</code> · { $person }
portal-chosen = ✅ D'ora in poi il portale predefinito è <code>{ $portal }</code>.
disconnected = ✅ <code>{ $portal }</code> è dimenticato. Può eliminare il webhook anche in Bitrix24.
not-connected = Non ha nessun portale collegato. /connect mostra come fare.
secret-deleted = 🔒 Ho eliminato il Suo messaggio con il webhook.
secret-kept = ⚠️ Non sono riuscito a eliminare il Suo messaggio con il webhook. <b>Lo elimini Lei.</b>
secret-exposed = ⚠️ Era scritto in un gruppo, quindi altri possono averlo visto. Elimini quel webhook in Bitrix24, ne crei uno nuovo e me lo invii in privato.

## Lingua

language-choice = In quale lingua devo parlare?
language-changed = ✅ Ora parlo italiano.

## Suggerimenti

hint-no-dialog-silent =
    Quale conversazione? Per esempio:
    <code>/silent { $dialog } attiva</code>
    <code>/silent { $dialog } disattiva</code>
    Al posto del numero va bene anche un link alla conversazione.
hint-no-dialog-status =
    Quale conversazione? Per esempio:
    <code>/status { $dialog }</code>
    Al posto del numero va bene anche un link alla conversazione.
hint-neither-dialog-nor-switch =
    «{ $word }» non è una conversazione, né «attiva» né «disattiva». Non è stato modificato nulla. Per esempio:
    <code>/silent { $dialog } attiva</code>
    <code>/silent { $dialog } disattiva</code>
hint-not-a-dialog =
    «{ $word }» non è una conversazione. Serve un numero o un link, per esempio:
    <code>/status { $dialog }</code>
hint-left-over =
    «{ $word }» non è un tempo. Dopo «attiva» si può scrivere un tempo (30min, 2h, 1d) e poi un motivo, dopo «disattiva» nulla. Non è stato modificato nulla. Per esempio:
    <code>/silent { $dialog } attiva</code>
    <code>/silent { $dialog } attiva 30min pranzo</code>
    <code>/silent { $dialog } disattiva</code>
hint-time-with-off =
    Il tempo va con «attiva»: solo la modalità sussurro può finire da sola. Non è stato modificato nulla. Per esempio:
    <code>/silent { $dialog } attiva 30min</code>
    <code>/silent { $dialog } disattiva</code>
hint-time-out-of-range =
    La modalità sussurro può durare da un minuto a sette giorni. Non è stato modificato nulla. Per esempio:
    <code>/silent { $dialog } attiva 30min</code>
    <code>/silent { $dialog } attiva 7d</code>
hint-too-many-dialogs =
    { $most ->
        [one] Sono troppe in una volta: accetto { $most } conversazione per comando. Non è stato modificato nulla.
       *[other] Sono troppe in una volta: accetto fino a { $most } conversazioni per comando. Non è stato modificato nulla.
    }
hint-no-person =
    A chi togliere l'accesso? Indichi l'id, per esempio:
    <code>/revoke 123456789</code>
    Gli id: /supervisors
hint-no-person-word =
    «{ $word }» non è un id. Per esempio:
    <code>/revoke 123456789</code>
    Gli id: /supervisors
hint-takes-nothing = Lo invii da solo, senza nulla dopo: { $command }
hint-unknown-language = Non parlo «{ $word }». Parlo queste lingue:
hint-unknown-command = Il comando «/{ $word }» non esiste. Quelli che funzionano: /help
hint-not-a-command =
    Capisco i comandi, per esempio:
    <code>/silent { $dialog } attiva</code>
    Un link o un numero da solo mostra la conversazione. Altro: /help
hint-stale-button =
    Questo pulsante è troppo vecchio; non è stato modificato nulla.
    Scriva invece il comando, per esempio:
    <code>/status { $dialog }</code>
hint-unknown-portal = Nessuno dei Suoi portali si chiama «{ $word }». I Suoi: /portal
hint-stranger = Qui può usare /whoami, /help e /language. Per il resto deve darLe accesso un amministratore.

## Scegliere una conversazione

# Testo di un pulsante che occupa tutta la riga, al massimo 40 caratteri; il nome viene accorciato.
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
# Da quanto tempo è l'ultimo messaggio, il più breve possibile.
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } gg
picker-own =
    { $count ->
        [one] La Sua conversazione aperta:
       *[other] Le Sue { $count } conversazioni aperte, dalla più recente:
    }
picker-found =
    { $count ->
        [one] «{ $words }»: { $count } conversazione
       *[other] «{ $words }»: { $count } conversazioni
    }
picker-closed =
    { $count ->
        [one] Nessuna aperta; questa conversazione è chiusa:
       *[other] Nessuna aperta; queste { $count } conversazioni sono chiuse:
    }
picker-card =
    Questa scheda ha più conversazioni aperte, e finora non è stato fatto nulla. Quale?
    { $card }
picker-marks = 🔇 in modalità sussurro · 🔊 non in modalità sussurro · 💬 il cliente aspetta
picker-on-portal =
    { $head }
    <code>{ $portal }</code>
picker-empty =
    Non ha conversazioni aperte.
    Per quella di un collega, incolli il link o invii il numero.
picker-nothing-found =
    Non trovo nessuna conversazione chiamata «{ $words }».
    Allarghi la ricerca: meno lettere, un'altra parola, oppure tutte con /dialogs
    Per quella di un collega, incolli il link o invii il numero.
picker-card-empty =
    Questa scheda non ha conversazioni aperte: { $card }
    Se ce n'è comunque una, incolli il link della conversazione stessa.
picker-failed = ⚠️ Non riesco a elencare le Sue conversazioni.
picker-card-failed = ⚠️ Non riesco a vedere quali conversazioni ha questa scheda, quindi non è stato fatto nulla: { $card }
picker-meanwhile = Intanto funziona il link o il numero della conversazione stessa.

## Suggerimenti dei comandi più recenti

hint-unknown-command-meant = Il comando «/{ $word }» non esiste. Intendeva <code>{ $command }</code>?
hint-meant = Intendeva <code>{ $command }</code>? Non è stato modificato nulla.
hint-no-dialog-whisper =
    In quale conversazione, e quale testo? Per esempio:
    <code>/whisper { $dialog } richiamare la cliente</code>
    Al posto del numero va bene anche un link alla conversazione.
hint-no-note =
    Che cosa devo scrivere lì? Per esempio:
    <code>/whisper { $dialog } richiamare la cliente</code>
hint-note-too-long =
    { $most ->
        [one] È troppo lungo per una nota: al massimo { $most } carattere. Non è stato pubblicato nulla.
       *[other] È troppo lungo per una nota: al massimo { $most } caratteri. Non è stato pubblicato nulla.
    }
hint-secret-in-note = In quel testo c'è un webhook, ed è segreto. Non è stato pubblicato nulla.
hint-not-a-time =
    «{ $word }» non è un tempo. Per esempio:
    <code>/remind 2h</code>
    <code>/remind disattiva</code>
hint-remind-out-of-range =
    Posso ricordarglielo dopo un tempo da un minuto a sette giorni. Per esempio:
    <code>/remind 2h</code>
    <code>/remind disattiva</code>
hint-here-takes-off =
    «{ $word }» lì non ci va. In un gruppo:
    <code>/here</code> – questo gruppo riceve gli allarmi
    <code>/here disattiva</code> – non li riceve più

## Errore nostro

internal-error =
    ⚠️ Qualcosa non ha funzionato da parte mia. Se stava modificando una conversazione, ne guardi lo stato prima di scrivere.
    Avvisi chi gestisce il bot: <code>{ $reference }</code>

## Il gruppo di turno e la fine del turno

room-bound =
    📟 D'ora in poi questo è il gruppo di turno. Gli allarmi arrivano qui, e agli amministratori in privato.
    /handover – che cosa deve sapere il turno successivo
    <code>/here disattiva</code> – non lo è più
room-moved = Il gruppo di turno precedente non lo è più.
room-unbound = Questo non è più il gruppo di turno. Gli allarmi arrivano solo agli amministratori, in privato.
room-not-bound = Questo non è il gruppo di turno. Perché lo diventi: /here
room-groups-only = Di turno può essere solo un gruppo: mi aggiunga e invii /here nel gruppo o in uno dei suoi argomenti.
room-lost = ⚠️ Non posso più scrivere nel gruppo di turno: sono stato rimosso, o il gruppo non c'è più. Ora non ce n'è nessuno, e gli allarmi arrivano solo agli amministratori, in privato. Per averne uno nuovo invii /here in un gruppo.
# Entrambi: una modalità sussurro a tempo che non si è potuta terminare; li legge chi non l'ha attivata.
room-timer =
    🚨 { $dialog } { $sure ->
        [maybe] potrebbe essere <b>ANCORA IN MODALITÀ SUSSURRO</b>: non so se sono riuscito a disattivarla dopo { $duration }.
       *[yes] è <b>ANCORA IN MODALITÀ SUSSURRO</b>: non sono riuscito a disattivarla dopo { $duration }.
    } Forse il cliente sta aspettando. Provveda in Bitrix24.
room-timer-by =
    🚨 { $dialog } { $sure ->
        [maybe] potrebbe essere <b>ANCORA IN MODALITÀ SUSSURRO</b>: non so se sono riuscito a disattivarla dopo { $duration }
       *[yes] è <b>ANCORA IN MODALITÀ SUSSURRO</b>: non sono riuscito a disattivarla dopo { $duration }
    }, come aveva chiesto { $name }. Forse il cliente sta aspettando. Provveda con { $name } o in Bitrix24.
room-timer-why = Motivo: { $reason }
handover-head =
    { $count ->
        [one] 🤝 Passaggio di consegne: { $count } conversazione è ora in modalità sussurro.
       *[other] 🤝 Passaggio di consegne: { $count } conversazioni sono ora in modalità sussurro.
    }
handover-nothing = 🤝 Passaggio di consegne: di ciò che ho attivato io, ora nulla è in modalità sussurro.
handover-row = 🔇 { $row }
handover-lasts = da { $duration }
handover-ends = finisce tra { $duration }
handover-no-end = <b>senza scadenza</b>
# «Da … a questa parte»: non dipende dal genere della durata.
handover-counts = Da { $duration } a questa parte: 🔇 attivata { $on } · 🔊 disattivata { $off } · ⚠️ non riuscito o in dubbio { $failed }

## Una nota che vedono solo i colleghi

whisper-posted = 🤫 { $dialog }: la Sua nota è pubblicata, solo per i colleghi.
whisper-not-enabled =
    🤫 Non pubblicata: qui le note non sono attivate.
    Si basano su <code>SKIP_CONNECTOR</code>, un parametro del metodo <code>im.message.add</code> di Bitrix24 che la sua pagina non documenta: se venisse ignorato, il cliente leggerebbe la nota. Chi gestisce il bot può attivarle con <code>HUSHBOT_WHISPER=true</code>.
whisper-doubtful =
    ⚠️ { $dialog }: la Sua nota <b>non è stata pubblicata</b>, perché non ho la certezza che il cliente non la vedrebbe. { $doubt ->
        [closed] La sessione è chiusa; un messaggio lì può iniziarne una nuova.
        [kind] Bitrix24 non dice che è una conversazione di un canale aperto.
        [moved] Il portale si è appena trasferito a un altro indirizzo. Invii di nuovo la nota.
       *[unclear] Ciò che Bitrix24 dice della conversazione non si può leggere con certezza.
    }
whisper-not-member = ⚠️ { $dialog }: la Sua nota <b>non è stata pubblicata</b>: Lei non è in questa conversazione. Vi entri in Bitrix24, poi invii di nuovo la nota.
whisper-failed = ⚠️ { $dialog }: la Sua nota <b>non è stata pubblicata</b>.
whisper-unclear = ❓ { $dialog }: la Sua nota può essere stata pubblicata oppure no; non lo so, e non la pubblicherò due volte. Guardi in Bitrix24.

## Il menu dei comandi, al massimo 256 caratteri ciascuno

menu-silent = Modalità sussurro: 2024 attiva, 2024 attiva 30min, 2024 disattiva
menu-status = Guardare una conversazione senza modificarla
menu-log = Chi ha modificato cosa
menu-whoami = Chi sono qui e come sta il mio portale
menu-connect = Collegare il mio portale con un webhook
menu-portal = Scegliere tra i miei portali
menu-disconnect = Dimenticare il mio accesso a un portale
menu-language = Scegliere la lingua
menu-help = Che cosa posso fare qui
menu-start = Iniziare
menu-dialogs = Scegliere tra le mie conversazioni aperte
menu-silenced = Tutto ciò che ora è in modalità sussurro
menu-remind = Quando ricordarmi la modalità sussurro: 2h, disattiva
menu-handover = Che cosa deve sapere il turno successivo
menu-whisper = Una nota che vedono solo i colleghi: 2024 testo
menu-here = Fare di un gruppo il gruppo di turno (lo invii lì)
menu-invite = Un link che dà accesso a una persona
menu-supervisors = Chi ha accesso
menu-revoke = Togliere l'accesso a qualcuno

## Accesso a un portale

sign-in-howto =
    <b>Acceda al portale</b>
    Mi invii l'indirizzo del Suo portale e rispondo con un pulsante che porta alla pagina di accesso:
    <code>/connect NAME.bitrix24.com</code>

    <b>Oppure usi un webhook</b>
    In Bitrix24: Risorse per sviluppatori → Altro → Webhook in ingresso. Selezioni Canali aperti (<code>imopenlines</code>) e Chat e notifiche (<code>im</code>) e mi invii il suo indirizzo. Elimino subito il Suo messaggio.
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
sign-in-go-there =
    { $minutes ->
        [one] 🔑 Acceda a <code>{ $portal }</code> con il pulsante, entro { $minutes } minuto. Da quel momento lì agisco a Suo nome.
       *[other] 🔑 Acceda a <code>{ $portal }</code> con il pulsante, entro { $minutes } minuti. Da quel momento lì agisco a Suo nome.
    }
sign-in-no-keys = ⚠️ Non posso accedere a <code>{ $portal }</code>: chi gestisce il bot non mi ha dato le chiavi di un'applicazione per questo portale.
sign-in-no-public-address = ⚠️ Non posso accedere a <code>{ $portal }</code>: questo bot non ha un indirizzo su internet, quindi il portale non potrebbe rispondergli.
sign-in-no-address = ⚠️ <code>{ $portal }</code> è un indirizzo che questo bot non può aprire.
sign-in-instead = Con un webhook non serve.
sign-in-not-done = ⚠️ Accesso a <code>{ $portal }</code> non eseguito. { $why }
sign-in-abandoned = Nessuno è tornato dal portale in tempo. Se il portale ha mostrato un errore, forse Lei non ha i diritti per usare lì l'applicazione: si rivolga all'amministratore del portale.
sign-in-other-portal = Ha risposto un portale diverso da quello che ha indicato. Controlli l'indirizzo.
sign-in-too-late = Bitrix24 non ha più accettato la propria risposta, che vale solo mezzo minuto. Riprovi.
sign-in-ended = ⚠️ Non ho più accesso a <code>{ $portal }</code>. { $why }
trouble-ended-over = Il Suo accesso è scaduto. Acceda di nuovo con il pulsante o con <code>/connect { $portal }</code> nella nostra chat privata.
    .short = acceda di nuovo
trouble-ended-keys-refused = Bitrix24 non accetta l'applicazione di questo bot su <code>{ $portal }</code>: le chiavi sono errate o l'applicazione non vi è installata. Avvisi chi gestisce il bot, poi acceda di nuovo.
    .short = chiavi dell'applicazione rifiutate
trouble-ended-unpaid = Bitrix24 dice che <code>{ $portal }</code> o l'applicazione non sono stati pagati, oppure che l'applicazione è stata rimossa. Si rivolga all'amministratore del portale, poi acceda di nuovo.
    .short = portale o applicazione non pagati
trouble-ended-app-removed = L'applicazione è stata rimossa da <code>{ $portal }</code>. Chieda all'amministratore del portale di reinstallarla, poi acceda di nuovo.
    .short = applicazione rimossa
trouble-auth-server-silent = Il server di autorizzazione di Bitrix24 non risponde come dovrebbe, quindi per ora non ho un token valido. Riprovi più tardi.
    .short = il server di autorizzazione non risponde
connection-signed-in =
    { $count ->
        [one] Accesso eseguito; se non viene usato, vale ancora { $count } giorno.
       *[other] Accesso eseguito; se non viene usato, vale ancora { $count } giorni.
    }
button-go-sign-in = 🔑 Accedi
button-sign-in = 🔑 Accedi di nuovo

## Ciò che il browser mostra dopo l'accesso: testo semplice

page-connected = { $portal } è collegato.
page-connected-who = D'ora in poi { $owner } su Telegram agisce lì come { $person }. Se non sa chi è questa persona su Telegram, qualcuno Le ha inviato il proprio link: dica subito all'amministratore del portale di rimuovere l'applicazione.
page-goes-on = Ci vuole ancora un po'. L'esito arriverà su Telegram.
page-not-done = Non ha funzionato. Il motivo è su Telegram.
page-unknown = Questo link è già stato usato o non è mio. Ricominci con /connect in Telegram.
page-expired = Questo link è troppo vecchio: vale dieci minuti. Ricominci con /connect in Telegram.
page-go-back = Può tornare a Telegram.
