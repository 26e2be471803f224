# Oyun. *Yıldızlar* sözcükleri öne çıkarır; gerisi düz metindir.
# Adlar yalın gelir: ek, ardından gelen sözcüktedir ("{ $a } şehrinin").

# Sorular: adlarla birlikte en çok 250 karakter. $a ile $b şehirdir.
item-year = { $a } ile { $b } hangi yıl kardeş şehir oldu?
item-decade = { $a } ile { $b } hangi on yılda kardeş şehir oldu?
# 1990'lar, 1950'ler: ek sayıya göre değiştiği için kullanılmaz.
item-decade-option = { NUMBER($year, useGrouping: 0) }{ $year ->
    [1930] 'lar
    [1940] 'lar
    [1960] 'lar
    [1990] 'lar
    [2010] 'lar
    [2030] 'lar
   *[other] 'ler
}
item-partner = Bu şehirlerden hangisi { $a } şehrinin kardeşi?
item-odd = Bu şehirlerden hangisi { $a } şehrinin kardeşi değil?
item-country = { $a } şehrinin kardeşi { $b } hangi ülkede?
item-first = Bunlardan hangisi { $a } ile kardeş olan ilk şehir?
item-latest = Bunlardan hangisi { $a } ile kardeş olan son şehir?
item-same-day = { $b } ile aynı gün { $a } şehrinin kardeşi olan şehir hangisi?
item-ended = Bu kardeşliklerden hangisi sona erdi?
item-shared = Hangi şehir hem { $a } hem { $b } ile kardeş?
item-say = { $area }: orada kardeş şehirlere ne denir?
item-word = Kardeş şehirlere nerede “{ $word }” denir?
# Sorunun ardındaki bilgi, kaynaksız: adlarla birlikte en çok 150 karakter.
fact-since = { $a } ile { $b } kardeş şehirdir (başlangıç: { $date }).
fact-country = { $b } ({ $country }) ile { $a } kardeş şehirdir (başlangıç: { $date }).
fact-odd = Kayıtlarımda { $b }, { $a } şehrinin kardeşi değil; { $c } ise kardeşi ({ $date }).
fact-same-day = { $b } ile { $c } aynı gün { $a } şehrinin kardeşi oldu: { $date }.
fact-order = { $b }: { $date }; { $c }: { $other }.
fact-ended = { $a } ile { $b } { $since ->
    [unknown] kardeş şehirdi, ama artık değil.
   *[other] kardeş şehir oldu ({ $since }), ama artık değil.
}
fact-shared = { $c } hem { $b } ({ $date }) hem { $a } ({ $other }) ile kardeştir.
fact-say = { $area }: kardeş şehirlere orada “{ $word }” denir.
# Bilginin kaynağı.
fact-source = Kaynak: { $source }

# Turun konusu
about-city = { $city }
about-area = { $area }
about-world = bütün dünya
about-terms = kardeş şehirler için kullanılan sözcükler
about-history = kardeş şehirliğin tarihçesi
# Bunlar istenirken yazılan sözcükler, küçük harfle, aralarında virgülle; sonuncusu konunun
# yanında durabilenler: "hakkında".
about-words-world = dünya, bütün dünya, tüm dünya, dünya geneli, her yer, her şey, herşey, hepsi, ne olursa, fark etmez
about-words-terms = sözcükler, sözcük, kelimeler, kelime, terimler, terim, sözcükleri, kelimeleri, terimleri, kavramlar
about-words-history = tarihçe, tarihçesi, tarih, tarihi, geçmiş, geçmişi
about-words-lead = hakkında, üzerine, konusunda, konulu, ile ilgili, ilgili, için, dair
level-words-1 = kolay, basit
level-words-2 = orta, normal
level-words-3 = zor, güç, çetin

# Tur
round-begins = *Trivia* – konu: { $subject }. { $count ->
    [one] Bir soru, { $seconds } saniye
   *[other] { $count } soru, her birine { $seconds } saniye
}. Herkes yanıtlayabilir.
round-begins-guess = *Tahmin* – konu: { $subject }. { $count ->
    [one] Bir ad, { $seconds } saniye
   *[other] { $count } ad, her birine { $seconds } saniye
}. Soruma adı yazarak yanıt verin. Her yanlış ad bir puan götürür, gösterdiğim her harf de.
round-question = { $number }/{ $total } · { $question }
round-skip = Geç
round-stop = Bitir
round-over = { $end ->
    [stopped] *Tur durduruldu.*
    [silent] *Üst üste üç soruyu kimse yanıtlamadı, bu yüzden tur burada bitiyor.* Yenisi için: /trivia
    [exhausted] *Bu konuda şimdilik yeni sorum kalmadı, bu yüzden tur burada bitiyor.*
    [failed] *Tur burada bitiyor: Telegram sorularımı kabul etmedi.* Lütfen daha sonra yeniden deneyin.
   *[played] *Tur bitti.*
}
round-nobody = Kimse yanıt vermedi.
round-alone = Tek kişilik turlar puan tablosuna yazılmaz.
round-forbidden = Buraya anket gönderemiyorum. Bir yöneticiden üyelerin anket göndermesine izin vermesini ya da beni yönetici yapmasını isteyin; o zaman /trivia çalışır.
round-running = Burada zaten bir tur oynanıyor. Bitirmek için: /stop
round-none = Burada oynanan bir tur yok. Başlatmak için: /trivia
round-too-old = Bu, ben yokken geldi. Hâlâ oynamak istiyorsanız lütfen yeniden gönderin.
round-not-yours = Bunu yalnızca turu başlatan kişi ya da bir yönetici yapabilir.
round-starters = Bu grupta turları yalnızca yöneticiler başlatır.
round-number = Bir turda en az 1, en fazla { $most } soru olur.
round-unknown-subject = “{ $text }” hakkında ne soracağımı bilmiyorum. Bir şehir, ülke ya da kıta adı yazın; “sözcükler” ya da “tarihçe” de diyebilirsiniz.
round-no-facts = { $subject }: bu konuda kesin bildiklerim soru sormaya yetmiyor.
round-question-over = Bu sorunun süresi doldu.

# Ad tahmini
guess-question = { $a } şehrinin hangi kardeşini düşünüyorum? Ülke: { $country }. Başlangıç: { $date }.
guess-letters = { $hint } ({ $count } harf)
guess-right = Evet, *{ $name }*! { $player }: { $points } puan.
guess-wrong = Hayır, { $name } değil.
guess-was = Doğru yanıt: *{ $name }*.

# Puan tablosu
board-title = { $season ->
    [week] Bu hafta
    [month] Bu ay
   *[all] Tüm zamanlar
}
board-heading = *Puan tablosu: { $title }*
board-line = { $rank }. { $name } – { $points } puan ({ $right }/{ $answers } doğru, { $seconds } sn)
board-streak = { $name }: üst üste { $count } doğru
board-empty = Burada henüz kimse oynamadı. En az iki kişilik turlar sayılır; başlatmak için: /trivia
board-hidden = { $count } oyuncu gösterilmiyor.

# Günün sorusu ve sabahki yıl dönümleri
daily-heading = Günün sorusu
daily-on = Bundan böyle her gün bir soru var. Saat: { $time } ({ $zone }). Kapatmak için: /daily off
daily-off = Artık günün sorusu yok.
daily-status = Her gün bir soru var. Saat: { $time } ({ $zone }). Kapatmak için: /daily off
daily-none = Burada günün sorusu yok. Bir yönetici saat yazarak başlatır: /daily 09:00 ya da /daily 09:00 Europe/Istanbul
daily-result = *Dünkü soru:* { $answers ->
    [0] kimse yanıt vermedi.
   *[other] { $answers } yanıt, { $right } doğru.
}
daily-streaks = Üst üste gün sayısı: { $streaks }
daily-streak = { $name } ({ $days })
today-on = Bundan böyle günün yıl dönümlerini, varsa, her gün paylaşırım. Saat: { $time } ({ $zone }). Kapatmak için: /today off
today-off = Artık günün yıl dönümlerini paylaşmıyorum.
time-unknown = “{ $text }” bir saat gibi görünmüyor. 09:00 gibi yazın; isterseniz saat dilimini de ekleyin: 09:00 Europe/Istanbul
zone-unknown = “{ $zone }” adında bir saat dilimi bilmiyorum. Saat dilimleri şöyle yazılır: Europe/Istanbul, Asia/Tokyo ya da UTC.

# Ayarlar
settings-title = *Bu sohbetin ayarları*
settings-language = Dil: { $value }
settings-seconds = Soru başına saniye: { $value }
settings-level = Zorluk: { $value }
settings-starters = Turu kim başlatabilir: { $value }
settings-daily = Günün sorusu: { $value }
settings-today = Sabahları yıl dönümleri: { $value }
settings-own-language = herkesin kendi dili
settings-off = kapalı
settings-back = ‹ Geri
settings-turn-off = Kapat
settings-how-daily = Saati ayarlamak için: /daily 09:00
settings-how-today = Saati ayarlamak için: /today 09:00
starters-everyone = herkes
starters-administrators = yöneticiler
level-1 = kolay
level-2 = orta
level-3 = zor

# Kişinin kendi verileri
hide-on = Artık hiçbir sohbetin puan tablosunda görünmüyorsunuz. Geri dönmek için: /hide
hide-off = Yeniden puan tablolarındasınız.
forget-ask = Sizinle ilgili sakladığım her şeyi sileyim mi: bütün sohbetlerdeki yanıtlarınızı ve puanlarınızı, adınızı, ayarlarınızı? Bu geri alınamaz.
forget-yes = Evet, sil
forget-no = Hayır
forget-done = Sizinle ilgili saklanan her şey silindi.
forget-kept = Hiçbir şey silinmedi.
forget-not-yours = Bu düğme başka biri için.

# Satır içi: herhangi bir sohbette düğmeli soru
quiz-words = quiz, trivia, bilgi yarışması, yarışma
quiz-description = Bu sohbette oynanacak bir soru: { $level }
quiz-right = Doğru! { $fact }
quiz-wrong = Hayır: { $right }. { $fact }
quiz-again = Zaten yanıt verdiniz: { $chosen }. { $fact }
quiz-tally = { $answers } yanıt, { $right } doğru.

# Komutlar
command-trivia = bir tur soru oynayın
command-guess = harf harf ad tahmin edin
command-skip = soruyu geçin
command-stop = turu bitirin
command-board = burada en çok puanı kim topladı
command-daily = her gün belirli saatte bir soru
command-settings = bu sohbetin ayarları
command-hide = puan tablolarından çıkın ya da dönün
command-forget = sizinle ilgili saklanan her şeyi silin

# Uçbirimde
terminal-answer = Yanıtınız (1–{ $count }):
terminal-right = Doğru!
terminal-wrong = Hayır: { $right }.
terminal-late = Çok geç. Doğru yanıt: { $right }.
terminal-you = Siz

# Nasıl oynanır
play-title = Nasıl oynanır?
play = Kardeş şehirler üzerine *trivia*: /trivia on soru başlatır, /trivia 5 Almanya ise istediğiniz konuda beş soru. Herkes ankette yanıt verir; bilgi ve kaynağı yanıtla birlikte gelir. /guess ad sorar. /skip ve /stop turu başlatan içindir. Başka bir sohbette @ ile adımı ve “quiz” sözcüğünü yazın.
