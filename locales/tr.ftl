# hushbot Türkçe. Terimler Bitrix24'teki gibidir: “Açık kanallar”, “gelen webhook”.
# Anahtarlar ve değişkenler en.ftl ile aynıdır; testler bunu denetler.
#
# Biçimleme Telegram'ın HTML'idir: yalnızca <b> ve <code>. <code> içindeki dokununca kopyalanır.
# Sol kenarda: 🔇 gizli mod, 🔊 gizli mod kapalı, ⚠️ sorun, ❓ bilinmiyor, ⏳ sürüyor,
# ⏰ geç kaldı, 🚨 birinin hemen bir şey yapması gerek.
# Değişkenlere ek getirilmez: “{ $dialog }: …”, “{ $portal } portalı”.

## Dilin kendisi

language-name = Türkçe
language-name-english = Turkish
# “Aç” ve “kapat” sözcükleri, virgülle ayrılmış. İlki örneklerde kullanılır.
silent-on-words = aç, açık, açik, ac, acik, etkinleştir, başlat, evet, gizle
silent-off-words = kapat, kapalı, kapali, durdur, hayır, hayir, göster, goster
# Zaman birimi sözcükleri, virgülle ayrılmış: 30dk, 2 saat.
unit-minute-words = dk, dakika
unit-hour-words = sa, saat
unit-day-words = gün, gun

## Parçalar

example-dialog = 2024
dialog = <b>{ $number }</b>
dialog-named = <b>{ $number }</b> · { $name }
dialog-on-portal = { $dialog } (<code>{ $portal }</code>)
dialog-reference = <code>{ $reference }</code>
scope-name = <code>{ $scope }</code>
list-more = … ve { $count } daha
date = { $day } { $month } { $year }
month =
    { $month ->
        [1] Ocak
        [2] Şubat
        [3] Mart
        [4] Nisan
        [5] Mayıs
        [6] Haziran
        [7] Temmuz
        [8] Ağustos
        [9] Eylül
        [10] Ekim
        [11] Kasım
       *[12] Aralık
    }
# Yalın hâl: “5 dakika sonra”, “5 dakika önce”, “5 dakika süreyle”.
duration-days =
    { $count ->
        [one] { $count } gün
       *[other] { $count } gün
    }
duration-hours =
    { $count ->
        [one] { $count } saat
       *[other] { $count } saat
    }
duration-minutes =
    { $count ->
        [one] { $count } dakika
       *[other] { $count } dakika
    }
duration-seconds =
    { $count ->
        [one] { $count } saniye
       *[other] { $count } saniye
    }
duration-both = { $big } { $small }
wait-known = { $duration } sonra
wait-unknown = yaklaşık on dakika sonra
ago = { $duration } önce
# Virgülden sonra tek basamaklı saniye.
seconds = { $whole },{ $tenths } sn

## Düğmeler: en çok 24 karakter

button-silent-on = 🔇 Gizli modu aç
button-silent-off = 🔊 Gizli modu kapat
button-refresh = 🔄 Yenile
button-retry = 🔁 Tekrar dene
button-status = 🔎 Durumu göster
button-minutes = ⏱️ { $count } dk
button-hours = ⏱️ { $count } sa
button-more = 🔇 { $count } dk daha
# Süre bitince yeniden aç, bu kez süresiz.
button-on-again = 🔇 Yeniden aç, süresiz
button-run-now = ▶️ Şimdi uygula
# Birkaç diyalogdan biri: düğmeye basınca ne olacağı.
button-silent-on-one = { $number } → 🔇
button-silent-off-one = { $number } → 🔊
button-retry-one = { $number } 🔁
button-status-one = { $number } 🔎
button-portal = { $number } · { $portal }
button-share = 📨 İlet

## Gizli mod kimin mesajlarını kapsar

silent-means =
    { $generation ->
        [chat] Operatörlerin yazdığı hiçbir şey müşteriye ulaşmaz.
        [personal] Mesajlarınızı yalnızca iş arkadaşlarınız görür. Diğer operatörlerin kendi anahtarı vardır.
       *[unknown] Mesajlarınızı yalnızca iş arkadaşlarınız görür. Diğer operatörlerin mesajları yine de müşteriye ulaşabilir.
    }
loud-means =
    { $generation ->
        [chat] Operatörlerin yazdıkları müşteriye ulaşır.
        [personal] Mesajlarınız müşteriye ulaşır.
       *[unknown] Mesajlarınız müşteriye ulaşır.
    }
generation =
    { $generation ->
        [chat] Gizli mod orada diyaloğun tamamı için geçerlidir: açıkken operatörlerin yazdığı hiçbir şey müşteriye ulaşmaz.
        [personal] Gizli mod orada kişiye özeldir: sizin mesajlarınızı gizler, diğer operatörlerinkini gizlemez.
       *[unknown] Gizli modun orada kimin mesajlarını gizlediği, sizinkileri mi yoksa tüm operatörlerinkini mi, ilk değişiklikte belli olacak.
    }

## Bir diyalog değiştirildi

switched-on = 🔇 { $dialog }: gizli mod açık.
switched-on-for = 🔇 { $dialog }: gizli mod { $duration } süreyle açık.
switched-off = 🔊 { $dialog }: gizli mod kapalı.
# Yukarıdaki satırın altında.
loud-again =
    { $generation ->
        [chat] Operatörlerin yazdıkları yeniden müşteriye ulaşıyor.
        [personal] Mesajlarınız yeniden müşteriye ulaşıyor.
       *[unknown] Mesajlarınız yeniden müşteriye ulaşıyor.
    }
accepted-on = ❓ { $dialog }: Bitrix24 “aç” komutunu kabul etti, ama durum oradan okunamıyor. Müşterinin görmemesi gereken bir şey yazmadan önce Bitrix24'te kontrol edin.
accepted-off = ❓ { $dialog }: Bitrix24 “kapat” komutunu kabul etti, ama durum oradan okunamıyor. Yazdıklarınızın müşteriye ulaştığını Bitrix24'te kontrol edin.
contradicted-on = ⚠️ { $dialog }: Bitrix24 “tamam” dedi, ama gizli mod <b>hâlâ AÇIK DEĞİL</b> (kontrol edildi). Müşterinin görmemesi gereken hiçbir şey yazmayın.
contradicted-off = ⚠️ { $dialog }: Bitrix24 “tamam” dedi, ama gizli mod <b>hâlâ açık</b> (kontrol edildi). Yazdıklarınız müşteriye ulaşmıyor.
failed-switch = ⚠️ { $dialog }: değiştirilmedi.
failed-switch-maybe = ❓ { $dialog }: değişip değişmediği belli değil. Yazmadan önce duruma bakın.
failed-status = ⚠️ { $dialog }: durum gösterilemiyor.

## Birkaç diyalog

many-on =
    { $count ->
        [one] 🔇 { $count } diyalogda gizli mod açık.
       *[other] 🔇 Gizli mod { $count } diyaloğun hepsinde açık.
    }
many-off =
    { $count ->
        [one] 🔊 { $count } diyalogda gizli mod artık kapalı.
       *[other] 🔊 Gizli mod { $count } diyaloğun hepsinde artık kapalı.
    }
many-on-partly =
    { $count ->
        [one] ⚠️ Gizli mod kesin olarak açık: { $done } / { $count } diyalog.
       *[other] ⚠️ Gizli mod kesin olarak açık: { $done } / { $count } diyalog.
    }
many-off-partly =
    { $count ->
        [one] ⚠️ Gizli mod artık kesin olarak kapalı: { $done } / { $count } diyalog.
       *[other] ⚠️ Gizli mod artık kesin olarak kapalı: { $done } / { $count } diyalog.
    }
many-on-accepted =
    { $count ->
        [one] ❓ Bitrix24 “aç” komutunu { $count } diyalog için kabul etti, ama durum oradan okunamıyor. Yazmadan önce kontrol edin.
       *[other] ❓ Bitrix24 “aç” komutunu { $count } diyalog için kabul etti, ama durumları oradan okunamıyor. Yazmadan önce kontrol edin.
    }
many-off-accepted =
    { $count ->
        [one] ❓ Bitrix24 “kapat” komutunu { $count } diyalog için kabul etti, ama durum oradan okunamıyor. Yazdıklarınızın müşteriye ulaştığını kontrol edin.
       *[other] ❓ Bitrix24 “kapat” komutunu { $count } diyalog için kabul etti, ama durumları oradan okunamıyor. Yazdıklarınızın müşterilere ulaştığını kontrol edin.
    }
# Listenin altında: bu işaretli satırlarda kimin mesajlarının gizlendiği.
many-means = 🔇 = gizli mod açık. { $means }
row-on = 🔇 { $dialog }: gizli
row-off = 🔊 { $dialog }: gizli değil
row-unknown = ❓ { $dialog }: bilinmiyor
row-accepted = ❓ { $dialog }: kabul edildi, kontrol edilemiyor
row-still-on = ⚠️ { $dialog }: <b>hâlâ gizli</b>
row-still-off = ⚠️ { $dialog }: <b>hâlâ gizli DEĞİL</b>
row-failed = ⚠️ { $dialog }: { $reason }
row-maybe = ❓ { $dialog }: belki değişti; { $reason }
row-closed = { $row } · oturum kapalı
row-ends = { $row } · { $duration } sonra biter

## Bir diyaloğun durumu

status-on = 🔇 { $dialog }: gizli mod açık.
status-off = 🔊 { $dialog }: gizli mod kapalı.
status-unknown =
    ❓ { $dialog }: bilinmiyor.
    Bitrix24 gizli modun açık olup olmadığını bildirmiyor. Müşterinin görmemesi gereken bir şey yazmadan önce Bitrix24'te kontrol edin.
status-closed = Oturum kapalı: yenisi başlayana kadar yazdıklarınız kimseye ulaşmaz.
# Bir ya da birkaç diyalog için.
ends-in = ⏱️ Gizli mod { $duration } sonra kendiliğinden kapanır.

## Diyaloğun kartı: durumun altındaki bilgiler, her biri kısa bir satır

button-undo = ↩️ Geri al
# “Aç” gizli modu açmak sanılmasın diye.
button-open = 🔗 Diyaloğa git
# Türüne göre kanal; bilinmeyen, koduyla gösterilir.
card-channel =
    { $channel ->
        [livechat] 💬 Canlı sohbet
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
        [notifications] 💬 SMS ve WhatsApp
        [max] 💬 MAX
        [wazzup] 💬 Wazzup
        [skype] 💬 Skype
       *[unknown] 💬 { $code }
    }
card-line = { $line }
card-operator = 👤 { $name }
# Adı öğrenilemediğinde çalışanın portaldaki numarası.
card-operator-number = 👤 çalışan no: { $number }
card-operator-nobody = 👤 henüz kimse almadı
card-silenced = 🕐 { $duration } önce gizlendi · { $name }
card-ends = ⏱️ { $duration } sonra kendiliğinden biter
card-ends-at = ⏱️ bitiş: { $clock } ({ $duration } sonra)
# Bugün olmayan bir gün: “5 Mart Sal, 15:30”.
clock-day = { $day } { $month } { $weekday }, { $time }
weekday =
    { $weekday ->
        [1] Pzt
        [2] Sal
        [3] Çar
        [4] Per
        [5] Cum
        [6] Cmt
       *[7] Paz
    }
# Grupta: kim yaptı.
acted-by = — { $name }
# En çok 200 karakterlik uyarı: artık zarar verebilecek bir düğme.
old-card = Bu kart eskimişti. Şu anki durum bu: yeniden basın.

## Komut uygulanırken

interim =
    ⏳ { $dialogs }: { $order ->
        [on] gizli mod açılıyor.
        [off] gizli mod kapatılıyor.
       *[none] işlem sürüyor.
    }
interim-nothing = ⏳ İşlem sürüyor.
interim-waiting =
    { $why ->
        [requests] Bitrix24 beklememizi istiyor (çok fazla istek)
        [limit] Bitrix24 beklememizi istiyor (süre sınırı doldu)
        [unreachable] Portala ulaşılamıyor
        [no-answer] Bitrix24 yanıt vermiyor
       *[error] Bitrix24'te iç hata var
    }; { $duration } sonra yeniden denenecek.
interim-foot = Sonucu buraya yazacağım.

## Geç gelen komutlar

old-order = ⏰ Bu { $duration } geç geldi, bu yüzden uygulamadım: <code>{ $text }</code>
old-order-button = ⏰ Düğmeye { $duration } önce, ben çevrimdışıyken bastınız. Hiçbir şey değiştirilmedi.
old-order-interrupted = ⏰ { $duration } önce, bu komut elimdeyken çalışmam kesildi; uygulanıp uygulanmadığını bilmiyorum: <code>{ $text }</code>
old-order-button-interrupted = ⏰ Düğmeye { $duration } önce bastınız, ardından çalışmam kesildi; uygulanıp uygulanmadığını bilmiyorum.
old-order-gone = ⏰ Bu komut artık uygulanamaz: zaten uygulandı, unutuldu ya da başkasına ait. Şu anda hiçbir şey değiştirilmedi.
not-kept = ⚠️ Komutunuzu şu anda güvenle saklayamıyorum (disk sorunu), bu yüzden uygulamadım. Bitrix24'te kendiniz değiştirin ve botu işleten kişiye haber verin.
not-kept-yet = ⚠️ Komutunuzu şu anda kaydedemiyorum (veritabanı sorunu), bu yüzden henüz uygulamadım. Beklemede; mümkün olur olmaz ilgileneceğim. Acilse Bitrix24'te kendiniz değiştirin.

## Süreli gizli mod

timer-over = 🔊 { $dialog }: { $duration } doldu, gizli mod kapandı. { $means }
timer-accepted = ❓ { $dialog }: { $duration } sonra gizli modu kapatma komutu verdim. Bitrix24 kabul etti, ama durum oradan okunamıyor. Yazdıklarınızın müşteriye ulaştığını Bitrix24'te kontrol edin.
timer-contradicted = 🚨 { $dialog }: gizli mod <b>HÂLÂ AÇIK</b> (kontrol edildi). { $duration } sonra kapatmak istedim, Bitrix24 “tamam” dedi ama kapatmadı. Yazdıklarınız müşteriye ulaşmıyor.
timer-failed = 🚨 { $dialog }: gizli mod <b>HÂLÂ AÇIK</b>. { $duration } sonra kapatmayı denedim, olmadı. Yazdıklarınız müşteriye ulaşmıyor.
timer-unclear = 🚨 { $dialog }: gizli mod <b>HÂLÂ AÇIK</b> olabilir. { $duration } sonra kapatmayı denedim, olup olmadığını bilmiyorum. Duruma bakın.
timer-no-connection = Bu diyaloğun portalına artık erişimim yok. Gizli modu Bitrix24'te kapatın ya da benimle özel sohbette /connect ile portalı yeniden bağlayın.
timer-replaced =
    { $order ->
        [on] ⏱️ { $dialog }: yeni bir “aç” komutu geldi ({ $name }). Zamanlayıcınız kalktı: belirlediğiniz saatte gizli modu kapatmayacağım.
       *[off] ⏱️ { $dialog }: “kapat” komutu geldi ({ $name }). Zamanlayıcınız kalktı.
    }

## Gözetilen gizli diyaloglar

button-all-off = 🔊 Hepsinde kapat
# Bitrix24 kaldırdı: eskisi gibi olsun.
button-again = 🔇 Gizli modu geri aç
watch-closed = 🔊 { $dialog }: oturum kapatıldı, gizli mod da { $duration } sonra onunla birlikte bitti.
watch-dropped = ⚠️ { $dialog }: gizli mod <b>artık AÇIK DEĞİL</b> (kontrol edildi): { $duration } sonra Bitrix24 kaldırdı ya da biri orada kapattı. { $means }
watch-by = 🔊 { $dialog }: gizli mod { $duration } sonra kapatıldı ({ $name }). { $means }
watch-lost = ⚠️ { $dialog }: bu diyaloğu artık gözetemiyorum: Bitrix24 onu size göstermiyor ya da webhook'unuzu kabul etmiyor. Gizli mod { $duration } önce açılmıştı. Hâlâ açık olup olmadığını Bitrix24'te kontrol edin.
watch-many =
    { $count ->
        [one] ⚠️ Gizli modunu açtığınız { $count } diyalog değişti:
       *[other] ⚠️ Gizli modunu açtığınız { $count } diyalog değişti:
    }
watch-row-closed = 🔊 { $dialog }: oturum kapandı
watch-row-dropped = ⚠️ { $dialog }: <b>artık gizli DEĞİL</b>
watch-row-by = 🔊 { $dialog }: gizli mod kapatıldı ({ $name })
watch-row-lost = ⚠️ { $dialog }: artık erişim yok, Bitrix24'te kontrol edin
reminder = 🔇 { $dialog }: gizli mod { $duration } önce açıldı, hâlâ açık. { $means }
reminder-waits = 🚨 { $dialog }: <b>müşteri yanıt bekliyor</b>; gizli mod { $duration } önce açıldı, hâlâ açık. { $means }
reminder-many =
    { $count ->
        [one] 🔇 { $count } diyalogda gizli mod hâlâ açık:
       *[other] 🔇 { $count } diyalogda gizli mod hâlâ açık:
    }
reminder-many-wait =
    { $count ->
        [one] 🚨 { $count } diyalogda gizli mod hâlâ açık ve <b>müşteri bekliyor</b>:
       *[other] 🚨 { $count } diyalogda gizli mod hâlâ açık ve <b>müşteriler bekliyor</b>:
    }
reminder-row = 🔇 { $dialog }: { $duration }
reminder-row-waits = 🚨 { $dialog }: { $duration }, <b>müşteri bekliyor</b>
reminder-foot = Ne zaman hatırlatayım: /remind
remind-after = ⏱️ Süresiz gizli modu { $duration } sonra, bir o kadar süre geçince de yeniden hatırlatırım.
remind-off = ⏱️ Süresiz gizli modu hatırlatmam.
remind-how = Değiştirmek için: <code>/remind 2sa</code> ya da <code>/remind kapat</code>
silenced-head =
    { $count ->
        [one] 🔇 Bot üzerinden açılan gizli mod { $count } diyalogda açık:
       *[other] 🔇 Bot üzerinden açılan gizli mod { $count } diyalogda açık, en uzun süreli üstte:
    }
silenced-head-all =
    { $count ->
        [one] 🔇 Herkes: bot üzerinden açılan gizli mod { $count } diyalogda açık:
       *[other] 🔇 Herkes: bot üzerinden açılan gizli mod { $count } diyalogda açık, en uzun süreli üstte:
    }
silenced-none = 🔊 Diyaloglarınızın hiçbirinde bot üzerinden açılmış gizli mod yok.
silenced-none-all = 🔊 Hiçbir diyalogda bot üzerinden açılmış gizli mod yok.
silenced-row = 🔇 { $dialog }: { $duration }
silenced-row-unproven = ❓ { $dialog }: { $duration }
silenced-row-by = { $row } · { $name }
silenced-unproven = ❓ = şu anda kontrol edilemedi.

## Kayıt

log-head = Kim neyi değiştirdi, en yeniler üstte:
log-head-dialog = Kim değiştirdi ({ $dialog }), en yeniler üstte:
log-empty = Henüz hiçbir şey değiştirilmedi.
log-empty-dialog = { $dialog }: değiştiren birini bilmiyorum.
log-row =
    { $mark ->
        [on] 🔇
        [off] 🔊
        [unknown] ❓
        [replaced] ⏭️
       *[trouble] ⚠️
    } { $where }
    { $what }
log-on = aç
log-on-for = { $duration } süreyle aç
log-off = kapat
log-who = { $name }
log-who-id = <code>{ $id }</code>
log-timer = zamanlayıcı ({ $person })
log-reason = “{ $reason }”
log-took = { $outcome }, { $seconds }
log-outcome =
    { $outcome ->
        [done] yapıldı
        [said] kabul edildi, kontrol edilemiyor
        [contradicted] Bitrix24 “tamam” dedi ama <b>yapılmadı</b>
        [failed] yapılamadı
        [unclear] belki yapıldı
       *[replaced] yerini daha yeni bir komut aldı
    }

## Yöneticiler için: yalnızca onlar düzeltebilir

alarm-second-poller = 🚨 Mesajlarımı başka biri alıyor: aynı token ile botun ikinci bir kopyası çalışıyor ya da bir webhook ayarlanmış. Yalnızca biri kalana kadar bazı mesajlar bana ulaşmaz. Diğerini durdurun.
alarm-portal-blocked = 🚨 Bitrix24, <code>{ $portal }</code> için REST'i engelledi. Portal yöneticisi Bitrix24 desteği aracılığıyla engeli kaldırtana kadar orada hiçbir şeyi değiştiremem.
alarm-store-broken = 🚨 Artık diske yazamıyorum, bu yüzden komutları uygulamıyorum. Diski düzeltin, sonra beni yeniden başlatın.
alarm-store-away = 🚨 Veritabanıma ulaşılamıyor veya yazma kabul etmiyor, bu yüzden şimdilik komut uygulamıyorum. Komutlar Telegram'da bekliyor; veritabanı dönünce kendiliğimden devam ederim: veritabanıyla ilgilenin, beni yeniden başlatmanız gerekmez.

## Portal bunu neden yapmadı. Öznitelik, listeler için kısa biçimdir.

trouble-no-such-dialog = Portalda bu numaralı bir diyalog yok. Numarayı kontrol edin ya da diyaloğun bağlantısını gönderin.
    .short = böyle bir diyalog yok
trouble-not-an-open-channel = Bu sohbet bir açık kanal diyaloğu değil, gizli modu yok. Numarayı kontrol edin.
    .short = açık kanal değil
trouble-no-dialog-access = Bu açık kanalın diyaloglarına katılma izniniz yok. Portal yöneticisinden erişim isteyin.
    .short = erişim yok
trouble-dialog-unavailable = Bitrix24 size böyle bir diyalog göstermiyor. Numarayı kontrol edin; doğruysa portal yöneticisinden açık kanala erişim isteyin.
    .short = bulunamadı ya da erişim yok
trouble-no-card-access = Bitrix24 size bu CRM kartını göstermiyor ya da karta ait diyalog yok. Bağlantıyı kontrol edin ya da diyaloğun kendi bağlantısını yapıştırın.
    .short = kart görünmüyor ya da diyalog yok
trouble-credentials-refused = Bitrix24 webhook'u kabul etmiyor: silinmiş ya da gizli anahtarı yanlış. Yenisini oluşturun ve benimle özel sohbette /connect ile gönderin.
    .short = webhook reddedildi, yenisi gerek: /connect
trouble-nobody-behind-credentials = Webhook'unuzun artık bir kullanıcısı yok. Kendi hesabınızla yenisini oluşturun ve benimle özel sohbette /connect ile gönderin.
    .short = webhook'un kullanıcısı yok
trouble-user-inactive = Portaldaki hesabınız etkin değil. Portal yöneticisinden etkinleştirmesini isteyin.
    .short = hesabınız etkin değil
trouble-not-an-employee = Gizli modu yalnızca çalışanlar kullanabilir, webhook ise dışarıdan birine ait. Çalışan olarak bir webhook oluşturun ve benimle özel sohbette /connect ile gönderin.
    .short = webhook bir çalışana ait değil
trouble-missing-scopes =
    { $count ->
        [one] Webhook'unuzun şu izni eksik: { $scopes }. Bitrix24'te webhook ayarlarından ekleyin, sonra tekrar deneyin.
       *[other] Webhook'unuzun şu izinleri eksik: { $scopes }. Bitrix24'te webhook ayarlarından ekleyin, sonra tekrar deneyin.
    }
    .short = webhook'ta eksik izin: { $scopes }
trouble-app-restricted = Uygulama yalnızca belirli kullanıcılara açık. Portal yöneticisinden sizi eklemesini isteyin.
    .short = uygulama size açık değil
trouble-app-removed = Uygulama portaldan kaldırılmış. Portal yöneticisinden yeniden yüklemesini isteyin ya da benimle özel sohbette /connect ile bir webhook bağlayın.
    .short = uygulama kaldırılmış
trouble-wrong-kind-of-credentials = Bu erişim türüyle bu yapılamaz. Bir gelen webhook oluşturun ve benimle özel sohbette /connect ile gönderin.
    .short = yanlış erişim türü
trouble-confirmation-waiting = Bunu önce bir portal yöneticisinin Bitrix24'te onaylaması gerek. Ondan isteyin, sonra tekrar deneyin.
    .short = yönetici onayı bekliyor
trouble-confirmation-denied = Bir portal yöneticisi bunu Bitrix24'te reddetti. Yalnızca yöneticiler izin verebilir.
    .short = yönetici reddetti
trouble-plan-required = Portalın planında REST erişimi yok. Portal yöneticisinin ücretli bir plan ya da Market aboneliği alması gerek.
    .short = planda REST erişimi yok
trouble-tariff-lacks-feature = Portalın planı bunu kapsamıyor. Portal yöneticisiyle görüşün.
    .short = portalın planında yok
trouble-too-many-requests = Portala şu anda çok fazla istek geliyor; hiçbir şey yapılmadı. Bir dakika sonra tekrar deneyin.
    .short = çok fazla istek, tekrar deneyin
trouble-operating-time-used-up = Portalın bunun için süre sınırı doldu; hiçbir şey yapılmadı, { $wait } tekrar deneyin.
    .short = sınır doldu, { $wait } deneyin
trouble-blocked-by-vendor = Bitrix24 bu portal için REST'i engelledi. Engeli yalnızca portal yöneticisi, Bitrix24 desteği aracılığıyla kaldırtabilir.
    .short = REST, Bitrix24 tarafından engellendi
trouble-portal-deleted = Bu portal kapatılmış. /disconnect ile bağlantısını kaldırabilirsiniz.
    .short = portal kapatılmış
trouble-method-missing = Portal bunu yapamıyor: açık kanallar modülü yok ya da çok eski. Portal yöneticisinin yüklemesi ya da güncellemesi gerek.
    .short = açık kanallar modülü yok ya da çok eski
trouble-chat-module-missing = Portalda sohbet modülü yok. Portal yöneticisinin yüklemesi gerek.
    .short = sohbet modülü yok
trouble-https-required = Portal https istiyor. Webhook adresini <code>https://</code> ile yeniden kopyalayın ve benimle özel sohbette /connect ile gönderin.
    .short = https gerekli
trouble-auth-server-unreachable = Portal, Bitrix24 yetkilendirme sunucusuna ulaşamıyor. Daha sonra tekrar deneyin; düzelmezse portal yöneticisine bildirin.
    .short = portal Bitrix24'e ulaşamıyor, sonra deneyin
trouble-portal-fault = Bitrix24'te bir şey bozuldu. Bir dakika sonra tekrar deneyin; düzelmezse portal yöneticisine bildirin.
    .short = Bitrix24'te iç hata
trouble-refused = Bitrix24 <code>{ $code }</code> koduyla reddetti. Bu kodu portal yöneticisine bildirin.
    .short = reddedildi: <code>{ $code }</code>
trouble-unreachable = Portala ulaşılamıyor; hiçbir şey yapılmadı. Tekrar deneyin; düzelmezse portalın tarayıcıda açıldığını kontrol edin.
    .short = portala ulaşılamıyor
trouble-no-answer = Bitrix24 zamanında yanıt vermedi. Bir dakika sonra tekrar deneyin.
    .short = zamanında yanıt yok
trouble-unreadable-answer = Bitrix24'ün yanıtı okunamıyor; bir proxy'den gelmiş olabilir. Tekrar deneyin; düzelmezse portal yöneticisine bildirin.
    .short = okunamayan yanıt
trouble-address-refused = Portalın adı, bu botun açamayacağı bir iç adrese çıkıyor. Buna botu işleten kişi izin verebilir.
    .short = iç adres, izin yok
trouble-redirect-refused = Portal başka bir yere yönlendiriyor, ben oraya gitmem. Portal taşındıysa yeni adresinde bir webhook oluşturun ve benimle özel sohbette /connect ile gönderin.
    .short = başka yere yönlendiriyor

## Portala neden hiçbir şey gönderilmedi

reason-not-connected = Bağlı portalınız yok. Nasıl bağlanacağını görmek için benimle özel sohbette /connect gönderin.
    .short = bağlı portal yok
reason-other-portal = Bağlantı <code>{ $portal }</code> portalına gidiyor, ama o portal sizde bağlı değil. Benimle özel sohbette /connect ile bağlayın.
    .short = <code>{ $portal }</code> bağlı değil
reason-no-such-connection = Bu düğmenin portalına bağlı değilsiniz. /connect ile bağlayın ya da diyaloğu kendi portalınızda sorun: <code>/status { $dialog }</code>
    .short = portalı bağlı değil
reason-not-connected-there = Bu düğmenin portalına bağlı değilsiniz. Benimle özel sohbette /connect ile bağlayın ya da kendi diyaloglarınıza bakın: /dialogs
    .short = portalı bağlı değil
reason-superseded = Yerini sizin daha yeni bir komutunuz aldı; bu komut uygulanmadı.
    .short = yerini daha yeni bir komut aldı
reason-superseded-by = Yerini daha yeni bir komut aldı ({ $name }); bu komut uygulanmadı.
    .short = yerini daha yeni bir komut aldı ({ $name })

## Karşılama ve yardım

welcome =
    👋 Bitrix24 açık kanal diyaloglarının gizli modunu açıp kapatırım. Buradaki rolünüz: { $role ->
        [admin] yönetici
       *[supervisor] süpervizör
    }.
let-in =
    ✅ Erişiminiz açıldı, rolünüz: { $role ->
        [admin] yönetici
       *[supervisor] süpervizör
    }. Bitrix24 açık kanal diyaloglarının gizli modunu açıp kapatırım.
already-in =
    Burada zaten erişiminiz var, rolünüz: { $role ->
        [admin] yönetici
       *[supervisor] süpervizör
    }. Davet bağlantısı kullanılmadı; onu asıl sahibine iletin.
next-silent =
    Bir diyalog numarasıyla deneyin: <code>/silent 2024 aç</code>
    Daha fazlası: /help
next-connect = Şimdi Bitrix24'ünüzü bağlayın.
help-stranger =
    Bu bot, erişimi olanlar için Bitrix24 diyaloglarının gizli modunu açıp kapatır; sizin henüz erişiminiz yok.
    Bir yönetici size davet bağlantısı gönderebilir; ona vereceğiniz ID /whoami ile görünür.
    /language – başka bir dil
help-not-connected = ⚠️ Henüz bağlı portalınız yok: /connect ile başlayın
help-examples = Deneyin:
help-examples-with = “{ $name }” ile deneyin:
help-supervisor =
    <code>/silent { $dialog } aç</code> – yazdıklarınızı yalnızca iş arkadaşlarınız görür
    <code>/silent { $dialog } aç 30dk</code> – aynısı, 30 dakika süreyle
    <code>/silent { $dialog } kapat</code> – müşteri yeniden görür
help-more = Diyalog seçmek için /dialogs ya da bir bağlantı yapıştırın; gerisi menüde.
help-admin = Yöneticiler için: /invite · /supervisors · <code>/revoke 123456789</code>
invite-unknown = Bu bağlantı çalışmıyor: daha önce kullanılmış ya da eksik. Bir yöneticiden yenisini isteyin.
invite-expired = Bu bağlantı çok eski. Bir yöneticiden yenisini isteyin.

## Kişiler

stranger = ⛔ Erişiminiz yok. ID'nizi bir yöneticiye verin: <code>{ $id }</code>
denied-stranger = ⛔ Erişiminiz yok. Yöneticiye vereceğiniz ID /whoami ile görünür.
denied-admins-only = ⛔ Bu yalnızca yöneticiler içindir.
denied-private-only = 🔒 Bu yalnızca benimle özel sohbette çalışır: başkaları görmemeli.
whoami-head = Telegram ID'niz: <code>{ $id }</code>
whoami-role =
    Rol: { $role ->
        [admin] yönetici
       *[supervisor] süpervizör
    }
whoami-stranger = Erişiminiz yok. ID'nizi bir yöneticiye verin.
whoami-not-connected = Bağlı portal yok. Nasıl bağlanacağını /connect gösterir.
connection-healthy = ✅ <code>{ $portal }</code> · { $person }
connection-ailing = ⚠️ <code>{ $portal }</code> · { $person }
connection-default = { $connection } · varsayılan
connection-since = Bağlandı: { $date }.
connection-lacks =
    { $count ->
        [one] ⚠️ Webhook'un şu izni eksik: { $scopes }.
       *[other] ⚠️ Webhook'un şu izinleri eksik: { $scopes }.
    }
invite-text =
    <b>@{ $bot } daveti</b>
    Bağlantıyı açın ve Başlat'a basın:
    { $link }
    İlk açan kişi süpervizör olarak erişim alır. Bir kez kullanılabilir, geçerlilik süresi: { $hours ->
        [one] { $hours } saat
       *[other] { $hours } saat
    }.
supervisors-head =
    { $count ->
        [one] { $count } kişinin erişimi var:
       *[other] { $count } kişinin erişimi var:
    }
supervisor-row =
    <b>{ $name }</b> · { $role ->
        [admin] yönetici
       *[supervisor] süpervizör
    } · <code>{ $id }</code> · { $date } tarihinden beri
supervisor-row-environment = <code>{ $id }</code> · bot ayarlarından yönetici
supervisor-portals = { $row } · { $portals }
revoked = ✅ { $name } (<code>{ $id }</code>): erişimi kaldırıldı.
revoked-connections =
    { $count ->
        [one] Onunla birlikte { $count } bağlantı silindi.
       *[other] Onunla birlikte { $count } bağlantı silindi.
    }
revoked-silences =
    { $count ->
        [one] Bu kişinin süreli açtığı gizli mod artık kendiliğinden kapanmayacak, diyalog: { $dialogs }. Orada bekleyen müşteri varsa gizli modu kapatın.
       *[other] Bu kişinin süreli açtığı gizli modlar artık kendiliğinden kapanmayacak, diyaloglar: { $dialogs }. Oralarda bekleyen müşteri varsa gizli modu kapatın.
    }
revoke-not-listed = ID'si <code>{ $id }</code> olan birinin erişimi yok. ID'ler: /supervisors
revoke-admin-by-environment = <code>{ $id }</code> bot ayarlarından yöneticidir. Bunu yalnızca botu işleten kişi değiştirebilir.
revoke-oneself = Kendi erişiminizi kaldıramazsınız. Başka bir yöneticiden isteyin.

## Portallar

webhook-howto =
    <b>Webhook nereden alınır</b>
    Bitrix24'te: Geliştirici kaynakları → Diğer → Gelen webhook.
    İzinler: Açık kanallar (<code>imopenlines</code>) ve Sohbet ve bildirimler (<code>im</code>). Kaydedin, adresi kopyalayın.
    Portalınız, kullanıcı numaranız ve uzun bir gizli anahtarla şöyle görünür:
    <code>https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Benimle özel sohbette, komuttan sonra gönderin:
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Mesajınızı hemen silerim, gizli anahtarı şifreli saklarım.
connected = ✅ <code>{ $portal }</code> bağlandı. Orada <b>{ $person }</b> olarak işlem yaparsınız.
connected-replaced = Bu portalla olan eski bağlantınızın yerini aldı.
connected-default = Bundan sonra varsayılan portal budur; değiştirmek için: /portal
connected-lacks-open-lines = ⚠️ Henüz hiçbir şey çalışmaz: webhook'un Açık kanallar (<code>imopenlines</code>) izni eksik. Bitrix24'te webhook ayarlarından ekleyin, sonra /whoami ile kontrol edin.
connected-lacks-im = Webhook'un Sohbet ve bildirimler (<code>im</code>) izni eksik. Onsuz da açıp kapatabilirim, ama /dialogs hiçbir şey listeleyemez ve gizli modun kimin mesajlarını gizlediğini belki ancak sonra öğrenirim.
connected-cannot-switch = ⚠️ Bu portal gizli modu açıp kapatamıyor: açık kanallar modülü yok ya da çok eski. Portal yöneticisinin yüklemesi ya da güncellemesi gerek.
webhook-not-a-url = ⚠️ Bu bir webhook değil: adres olarak okunamıyor.
webhook-not-https = ⚠️ Webhook <code>https://</code> ile başlamalı.
webhook-no-rest-path = ⚠️ Bu bir adres, ama webhook değil: içinde <code>/rest/</code> yok.
webhook-no-user = ⚠️ Webhook eksik: <code>/rest/</code> sonrasında kullanıcı numaranız yok.
webhook-no-secret = ⚠️ Webhook eksik: gizli anahtar yok ya da kesilmiş. Tamamını kopyalayın.
webhook-address-refused = ⚠️ Bu, botun açamayacağı bir iç adres. Buna botu işleten kişi izin verebilir.
connect-other-user = ⚠️ Bitrix24'e göre bu webhook, adresindeki kullanıcıya değil başkasına ait. Yeniden kopyalayın.
connect-trouble = ⚠️ Bağlanmadı.
portal-choice-use = Varsayılan olarak hangi portal kullanılsın?
portal-choice-forget = Hangi portalın bağlantısı kaldırılsın? Webhook'unu bende silerim.
portal-name = <code>{ $portal }</code>
portal-row = { $number }. <code>{ $portal }</code> · { $person }
portal-chosen = ✅ Bundan sonra varsayılan portal: <code>{ $portal }</code>.
disconnected = ✅ <code>{ $portal }</code> bağlantısı kaldırıldı. Webhook'u Bitrix24'te de silebilirsiniz.
not-connected = Bağlı portalınız yok. Nasıl bağlanacağını /connect gösterir.
secret-deleted = 🔒 Webhook içeren mesajınızı sildim.
secret-kept = ⚠️ Webhook içeren mesajınızı silemedim. <b>Kendiniz silin.</b>
secret-exposed = ⚠️ Webhook bir gruba yazıldı, başkaları görmüş olabilir. O webhook'u Bitrix24'te silin, yenisini oluşturun ve bana özel sohbette gönderin.

## Dil

language-choice = Hangi dilde konuşayım?
language-changed = ✅ Artık Türkçe konuşuyorum.

## İpuçları

hint-no-dialog-silent =
    Hangi diyalog? Örneğin:
    <code>/silent { $dialog } aç</code>
    <code>/silent { $dialog } kapat</code>
    Numara yerine diyaloğun bağlantısı da olur.
hint-no-dialog-status =
    Hangi diyalog? Örneğin:
    <code>/status { $dialog }</code>
    Numara yerine diyaloğun bağlantısı da olur.
hint-neither-dialog-nor-switch =
    “{ $word }” ne bir diyalog ne de “aç” ya da “kapat”. Hiçbir şey değiştirilmedi. Örneğin:
    <code>/silent { $dialog } aç</code>
    <code>/silent { $dialog } kapat</code>
hint-not-a-dialog =
    “{ $word }” bir diyalog değil. Numara ya da bağlantı olmalı, örneğin:
    <code>/status { $dialog }</code>
hint-left-over =
    “{ $word }” bir süre değil. “aç” sonrasına bir süre (30dk, 2sa, 1gün), ardından bir neden yazabilirsiniz; “kapat” sonrasına hiçbir şey. Hiçbir şey değiştirilmedi. Örneğin:
    <code>/silent { $dialog } aç</code>
    <code>/silent { $dialog } aç 30dk mola</code>
    <code>/silent { $dialog } kapat</code>
hint-time-with-off =
    Süre “aç” ile verilir: yalnızca gizli mod kendiliğinden bitebilir. Hiçbir şey değiştirilmedi. Örneğin:
    <code>/silent { $dialog } aç 30dk</code>
    <code>/silent { $dialog } kapat</code>
hint-time-out-of-range =
    Gizli mod en az bir dakika, en çok yedi gün sürebilir. Hiçbir şey değiştirilmedi. Örneğin:
    <code>/silent { $dialog } aç 30dk</code>
    <code>/silent { $dialog } aç 7gün</code>
hint-too-many-dialogs =
    { $most ->
        [one] Bir kerede bu kadarı fazla: bir komutta { $most } diyalog olabilir. Hiçbir şey değiştirilmedi.
       *[other] Bir kerede bu kadarı fazla: bir komutta en çok { $most } diyalog olabilir. Hiçbir şey değiştirilmedi.
    }
hint-no-person =
    Kimin erişimi? ID'yi yazın, örneğin:
    <code>/revoke 123456789</code>
    ID'ler: /supervisors
hint-no-person-word =
    “{ $word }” bir ID değil. Örneğin:
    <code>/revoke 123456789</code>
    ID'ler: /supervisors
hint-takes-nothing = Bu komutu tek başına, ardına bir şey yazmadan gönderin: { $command }
hint-unknown-language = “{ $word }” dilini konuşmuyorum. Konuştuklarım:
hint-unknown-command = “/{ $word }” diye bir komut yok. Çalışanlar: /help
hint-not-a-command =
    Komutlardan anlarım, örneğin:
    <code>/silent { $dialog } aç</code>
    Tek başına bağlantı ya da numara diyaloğu gösterir. Daha fazlası: /help
hint-stale-button =
    Bu düğme çok eski; hiçbir şey değiştirilmedi.
    Onun yerine komutu yazın, örneğin:
    <code>/status { $dialog }</code>
hint-unknown-portal = Portallarınız arasında “{ $word }” yok. Sizinkiler: /portal
hint-stranger = Burada /whoami, /help ve /language kullanabilirsiniz. Gerisi için bir yöneticinin size erişim vermesi gerek.

## Diyalog seçimi

# Satırı tek başına kaplayan düğme, en çok 40 karakter; ad sığacak kadar kısaltılır.
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
# Son mesajın yaşı, olabildiğince kısa.
age-minutes = { $count } dk
age-hours = { $count } sa
age-days = { $count } gün
picker-own =
    { $count ->
        [one] Açık diyaloğunuz:
       *[other] Açık { $count } diyaloğunuz, en yeniler üstte:
    }
picker-found =
    { $count ->
        [one] “{ $words }”: { $count } diyalog
       *[other] “{ $words }”: { $count } diyalog
    }
picker-closed =
    { $count ->
        [one] Açık diyalog yok; şu diyalog kapalı:
       *[other] Açık diyalog yok; şu { $count } diyalog kapalı:
    }
picker-card =
    Bu CRM kartının birden çok açık diyaloğu var, henüz hiçbir şey yapılmadı. Hangisi?
    { $card }
picker-marks = 🔇 gizli · 🔊 gizli değil · 💬 müşteri bekliyor
picker-on-portal =
    { $head }
    <code>{ $portal }</code>
picker-empty =
    Açık diyaloğunuz yok.
    Bir iş arkadaşınızınki için bağlantısını ya da numarasını gönderin.
picker-nothing-found =
    “{ $words }” adlı diyalog bulunamadı.
    Aramayı genişletin: daha az harf, başka bir sözcük ya da hepsi için /dialogs
    Bir iş arkadaşınızınki için bağlantısını ya da numarasını gönderin.
picker-card-empty =
    Bu CRM kartının açık diyaloğu yok: { $card }
    Yine de varsa diyaloğun kendi bağlantısını yapıştırın.
picker-failed = ⚠️ Diyaloglarınızı listeleyemiyorum.
picker-card-failed = ⚠️ Bu CRM kartına ait diyalogları göremiyorum, bu yüzden hiçbir şey yapılmadı: { $card }
picker-meanwhile = Bu arada diyaloğun kendi bağlantısı ya da numarası çalışır.

## Yeni komutların ipuçları

hint-unknown-command-meant = “/{ $word }” diye bir komut yok. Bunu mu demek istediniz: <code>{ $command }</code>?
hint-meant = Bunu mu demek istediniz: <code>{ $command }</code>? Hiçbir şey değiştirilmedi.
hint-no-dialog-whisper =
    Hangi diyaloğa ne yazayım? Örneğin:
    <code>/whisper { $dialog } müşteriyi geri arayın</code>
    Numara yerine diyaloğun bağlantısı da olur.
hint-no-note =
    Oraya ne yazayım? Örneğin:
    <code>/whisper { $dialog } müşteriyi geri arayın</code>
hint-note-too-long =
    { $most ->
        [one] Not için çok uzun: en çok { $most } karakter. Hiçbir şey gönderilmedi.
       *[other] Not için çok uzun: en çok { $most } karakter. Hiçbir şey gönderilmedi.
    }
hint-secret-in-note = Bu metinde bir webhook var, o ise gizlidir. Hiçbir şey gönderilmedi.
hint-not-a-time =
    “{ $word }” bir süre değil. Örneğin:
    <code>/remind 2sa</code>
    <code>/remind kapat</code>
hint-remind-out-of-range =
    En az bir dakika, en çok yedi gün sonra hatırlatabilirim. Örneğin:
    <code>/remind 2sa</code>
    <code>/remind kapat</code>
hint-here-takes-off =
    “{ $word }” oraya yazılmaz. Bir grupta:
    <code>/here</code> – alarmlar bu gruba gelir
    <code>/here kapat</code> – artık gelmez

## Bizim hatamız

internal-error =
    ⚠️ Bende bir sorun çıktı. Bir diyaloğu değiştiriyorduysanız yazmadan önce durumuna bakın.
    Botu işleten kişiye bildirin: <code>{ $reference }</code>

## Nöbet grubu ve vardiya sonu

room-bound =
    📟 Bundan sonra nöbet grubu burası. Alarmlar buraya ve özelden yöneticilere gelir.
    /handover – sonraki vardiyanın bilmesi gerekenler
    <code>/here kapat</code> – buna son verir
room-moved = Önceki grup artık nöbet grubu değil.
room-unbound = Burası artık nöbet grubu değil. Alarmlar yalnızca özelden yöneticilere gelir.
room-not-bound = Burası nöbet grubu değil. Nöbet grubu yapmak için: /here
room-groups-only = Nöbet grubu ancak bir grup olabilir: beni gruba ekleyin ve grupta ya da konularından birinde /here gönderin.
room-lost = ⚠️ Nöbet grubuna artık yazamıyorum: çıkarıldım ya da grup artık yok. Şu anda nöbet grubu yok, alarmlar yalnızca özelden yöneticilere gelir. Yenisi için bir grupta /here gönderin.
# İkisi de: kapatılamayan süreli gizli mod, onu açmamış kişilere bildirilir.
room-timer =
    🚨 { $dialog }: { $sure ->
        [maybe] gizli mod <b>HÂLÂ AÇIK</b> olabilir: { $duration } sonra kapatmayı denedim, olup olmadığını bilmiyorum.
       *[yes] gizli mod <b>HÂLÂ AÇIK</b>: { $duration } sonra kapatmayı denedim, olmadı.
    } Müşteri bekliyor olabilir. Bitrix24'te ilgilenin.
room-timer-by =
    🚨 { $dialog }: { $sure ->
        [maybe] gizli mod <b>HÂLÂ AÇIK</b> olabilir: komut gereği ({ $name }) { $duration } sonra kapatmayı denedim, olup olmadığını bilmiyorum.
       *[yes] gizli mod <b>HÂLÂ AÇIK</b>: komut gereği ({ $name }) { $duration } sonra kapatmayı denedim, olmadı.
    } Müşteri bekliyor olabilir. { $name } ile birlikte ya da Bitrix24'te ilgilenin.
room-timer-why = Neden: { $reason }
handover-head =
    { $count ->
        [one] 🤝 Vardiya devri: şu anda { $count } diyalogda gizli mod açık.
       *[other] 🤝 Vardiya devri: şu anda { $count } diyalogda gizli mod açık.
    }
handover-nothing = 🤝 Vardiya devri: bot üzerinden açılmış gizli mod şu anda yok.
handover-row = 🔇 { $row }
handover-lasts = { $duration } önce açıldı
handover-ends = { $duration } sonra biter
handover-no-end = <b>süresiz</b>
handover-counts = Son { $duration }: 🔇 açma { $on } · 🔊 kapatma { $off } · ⚠️ başarısız ya da belirsiz { $failed }

## Yalnızca iş arkadaşlarının gördüğü not

whisper-posted = 🤫 { $dialog }: notunuz gönderildi, yalnızca iş arkadaşlarınız için.
whisper-not-enabled =
    🤫 Gönderilmedi: notlar burada etkin değil.
    Notlar, Bitrix24'ün <code>im.message.add</code> yönteminin sayfasında yer almayan <code>SKIP_CONNECTOR</code> parametresine dayanır: bu parametre yok sayılırsa notu müşteri okur. Botu işleten kişi notları <code>HUSHBOT_WHISPER=true</code> ile etkinleştirebilir.
whisper-doubtful =
    ⚠️ { $dialog }: notunuz <b>gönderilmedi</b>, çünkü müşterinin görmeyeceğinden emin olamıyorum. { $doubt ->
        [closed] Oturum kapalı; oraya yazılan bir mesaj yenisini başlatabilir.
        [kind] Bitrix24 bunun bir açık kanal diyaloğu olduğunu bildirmiyor.
        [moved] Portal az önce başka bir adrese taşındı. Notu yeniden gönderin.
       *[unclear] Bitrix24'ün diyalog hakkında bildirdikleri kesin olarak okunamıyor.
    }
whisper-not-member = ⚠️ { $dialog }: notunuz <b>gönderilmedi</b>: bu diyalogda değilsiniz. Bitrix24'te diyaloğa katılın, sonra notu yeniden gönderin.
whisper-failed = ⚠️ { $dialog }: notunuz <b>gönderilmedi</b>.
whisper-unclear = ❓ { $dialog }: notunuzun gönderilip gönderilmediği belli değil; ikinci kez göndermeyeceğim. Bitrix24'te bakın.

## Komut menüsü, her biri en çok 256 karakter

menu-silent = Gizli mod: 2024 aç, 2024 aç 30dk, 2024 kapat
menu-status = Diyaloğa bak, hiçbir şeyi değiştirme
menu-log = Kim neyi değiştirdi
menu-whoami = Ben kimim, portalım ne durumda
menu-connect = Portalımı webhook ile bağla
menu-portal = Portallarım arasından seç
menu-disconnect = Portal bağlantımı kaldır
menu-language = Dil seç
menu-help = Burada neler yapabilirim
menu-start = Başla
menu-dialogs = Açık diyaloglarım arasından seç
menu-silenced = Şu anda gizli olanların hepsi
menu-remind = Gizli mod ne zaman hatırlatılsın: 2sa, kapat
menu-handover = Sonraki vardiyanın bilmesi gerekenler
menu-whisper = Yalnızca iş arkadaşlarının göreceği not: 2024 metin
menu-here = Grubu nöbet grubu yap (grupta gönder)
menu-invite = Bir kişilik davet bağlantısı
menu-supervisors = Kimlerin erişimi var
menu-revoke = Birinin erişimini kaldır

## Portalda oturum açma

sign-in-howto =
    <b>Oturum açın</b>
    Portalınızın adresini bana gönderin, sizi oturum açma sayfasına götüren bir düğmeyle yanıt veririm:
    <code>/connect NAME.bitrix24.com</code>

    <b>Ya da webhook kullanın</b>
    Bitrix24'te: Geliştirici kaynakları → Diğer → Gelen webhook. Açık kanallar (<code>imopenlines</code>) ile Sohbet ve bildirimler (<code>im</code>) izinlerini işaretleyin, webhook adresini bana gönderin. Mesajınızı hemen silerim.
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
sign-in-go-there =
    { $minutes ->
        [one] 🔑 Düğmeyle { $minutes } dakika içinde <code>{ $portal }</code> portalında oturum açın. Ondan sonra orada sizin adınıza işlem yaparım.
       *[other] 🔑 Düğmeyle { $minutes } dakika içinde <code>{ $portal }</code> portalında oturum açın. Ondan sonra orada sizin adınıza işlem yaparım.
    }
sign-in-no-keys = ⚠️ <code>{ $portal }</code> portalında oturum açamam: botu işleten kişi bana bu portal için uygulama anahtarı vermemiş.
sign-in-no-public-address = ⚠️ <code>{ $portal }</code> portalında oturum açamam: bu botun internette bir adresi yok, portal ona yanıt gönderemez.
sign-in-no-address = ⚠️ <code>{ $portal }</code>, bu botun açamayacağı bir adres.
sign-in-instead = Webhook için bu gerekmez.
sign-in-not-done = ⚠️ <code>{ $portal }</code> portalında oturum açılmadı. { $why }
sign-in-abandoned = Portaldan zamanında dönen olmadı. Portal bir hata gösterdiyse oradaki uygulamayı kullanma izniniz olmayabilir: portal yöneticisine sorun.
sign-in-other-portal = Yazdığınızdan başka bir portal yanıt verdi. Adresi kontrol edin.
sign-in-too-late = Bitrix24 kendi yanıtını artık kabul etmedi; bu yanıt yalnızca yarım dakika geçerli. Bir kez daha deneyin.
sign-in-ended = ⚠️ <code>{ $portal }</code> portalına artık erişimim yok. { $why }
trouble-ended-over = Oturumunuz sona erdi. Düğmeyle ya da benimle özel sohbette <code>/connect { $portal }</code> ile yeniden oturum açın.
    .short = yeniden oturum açın
trouble-ended-keys-refused = Bitrix24 bu botun uygulamasını <code>{ $portal }</code> portalında kabul etmiyor: anahtarları yanlış ya da uygulama orada yüklü değil. Botu işleten kişiye bildirin, sonra yeniden oturum açın.
    .short = uygulama anahtarları reddedildi
trouble-ended-unpaid = Bitrix24'e göre <code>{ $portal }</code> portalının ya da uygulamanın ücreti ödenmemiş veya uygulama kaldırılmış. Portal yöneticisine sorun, sonra yeniden oturum açın.
    .short = portal ya da uygulama ücreti ödenmemiş
trouble-ended-app-removed = Uygulama <code>{ $portal }</code> portalından kaldırılmış. Portal yöneticisinden yeniden yüklemesini isteyin, sonra yeniden oturum açın.
    .short = uygulama kaldırılmış
trouble-auth-server-silent = Bitrix24 yetkilendirme sunucusu gerektiği gibi yanıt vermiyor, bu yüzden şu anda geçerli bir token yok. Daha sonra tekrar deneyin.
    .short = yetkilendirme sunucusu yanıt vermiyor
connection-signed-in =
    { $count ->
        [one] Oturum açık; hiç kullanılmazsa { $count } gün daha geçerli.
       *[other] Oturum açık; hiç kullanılmazsa { $count } gün daha geçerli.
    }
button-go-sign-in = 🔑 Oturum aç
button-sign-in = 🔑 Yeniden oturum aç

## Oturum açtıktan sonra tarayıcının gösterdiği: düz metin

page-connected = { $portal } bağlandı.
page-connected-who = Bundan sonra Telegram'daki { $owner } orada { $person } olarak işlem yapar. Telegram'daki bu kişinin kim olduğunu bilmiyorsanız biri size kendi bağlantısını göndermiştir: portal yöneticisine uygulamayı hemen kaldırmasını söyleyin.
page-goes-on = Biraz daha sürecek. Sonuç Telegram'a gelecek.
page-not-done = Olmadı. Nedeni Telegram'da yazıyor.
page-unknown = Bu bağlantı daha önce kullanılmış ya da bana ait değil. Telegram'da /connect ile baştan başlayın.
page-expired = Bu bağlantı çok eski: on dakika geçerlidir. Telegram'da /connect ile baştan başlayın.
page-go-back = Telegram'a dönebilirsiniz.
