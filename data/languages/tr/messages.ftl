# Botun söyledikleri. *Yıldızlar* sözcükleri öne çıkarır; gerisi düz metindir.

sources-label = { $count ->
    [one] Kaynak
   *[other] Kaynaklar
}
heading = *{ $text }*

# Bir şehir çifti
pair-since = *{ $a }* ile *{ $b }* kardeş şehir. Başlangıç: *{ $date }*.
pair-yes = Evet, *{ $a }* ile *{ $b }* kardeş şehir. Başlangıç: *{ $date }*.
pair-years = { $certain ->
    [yes] *{ $a }* ile *{ $b }* { $years ->
        [0] bir yıldan kısa süredir
       *[other] *{ $years } yıldır*
    } kardeş şehir. Başlangıç: *{ $date }*.
   *[no] *{ $a }* ile *{ $b }* *{ $fewer } ya da { $years } yıldır* kardeş şehir. Başlangıç: *{ $date }*.
}
pair-still = *{ $a }* ile *{ $b }* hâlâ kardeş şehir. Başlangıç: *{ $date }*. Bittiğine dair kayıt yok.
ended-heading = *{ $city }*: biten ya da askıya alınan kardeşlikler
ended-none = Kayıtlarımda biten kardeşlik yok: *{ $city }*.
pair-undated = *{ $a }* ile *{ $b }* kardeş olarak geçiyor; tarihi kayıtlarımda yok.
pair-over = { $status ->
    [suspended] *{ $a }* ile *{ $b }* kardeş şehir oldu ({ $since }), ama kardeşlik askıya alındı{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* ile *{ $b }* artık kardeş şehir değil: { $since } – { $end ->
        [unknown] bitiş tarihi bilinmiyor.
       *[other] *{ $end }*.
    }
}
pair-over-undated = { $status ->
    [suspended] *{ $a }* ile *{ $b }* arasındaki kardeşlik askıya alındı{ $end ->
        [unknown] .
       *[other] { " " }(*{ $end }*).
    }
   *[ended] *{ $a }* ile *{ $b }* artık kardeş şehir değil{ $end ->
        [unknown] .
       *[other] { " " }(bitiş: *{ $end }*).
    }
} Ne zaman başladığı kayıtlarımda yok.
pair-unknown = *{ $a }* ile *{ $b }* arasında bir kardeşlik kayıtlarımda yok.
only-year = Kayıtlarda yalnızca yıl var.
only-month = Kayıtlarda yalnızca ay ve yıl var.
disputed = { $source } başka bir tarih veriyor: { $date }.
earlier-tie = { $event ->
    [friendship_city] Daha önceki bir dostluk ilişkisi kayıtlı: { $date } ({ $source }).
   *[other] Bir iş birliği anlaşması kayıtlı: { $date } ({ $source }).
}
reach-listed = { $city }: kayıtlarımda { $count } kardeşlik var, { $year } yılına kadar. Kayıtlarımda olmayan bir kardeşlik yine de var olabilir.
reach = Kayıtlarımda { $places } yerin { $pairs } kardeşliği var. Kayıtlarımda olmayan bir kardeşlik yine de var olabilir.
why-in-general = Kayıtlarımda tek tek kardeşliklerin nedeni yazmıyor. Genel olarak:

# Hangisi önce
earlier-first = Önce *{ $first }*, sonra { $later }.
earlier-same = { $names } tam olarak aynı gün imzaladı.
earlier-unclear = Hangisinin önce olduğunu söyleyemem: kayıtlardaki tarihler yeterince kesin değil.

# Listeler
list-heading = *{ $heading }*
list-count = { $narrowed ->
    [yes] { $all } kardeşlikten { $count } tanesi:
   *[no] { $count } kardeşlik:
}
list-line = • { $name } – { $date }{ $end ->
    [none] { "" }
   *[other] { " " }(bitiş: { $end })
}
pair-names = { $a } ile { $b }
list-line-over = • { $name } – { $date ->
    [none] tarihi kayıtlarda yok
   *[other] { $date }
} ({ $status ->
    [suspended] askıda
   *[ended] sona erdi
}{ $end ->
    [unknown] )
   *[other] : { $end })
}
list-line-undated = • { $name } – tarihi kayıtlarda yok
list-page = Sayfa { $page }/{ $pages }
list-none = *{ $heading }*: kayıtlarımda kardeşlik yok.
city-unknown = *{ $city }*: kayıtlarımda kardeş şehir yok.
outside = { $area } dışında
period-until = en geç { $date }
period-since = { $date } ve sonrası
count-partners = *{ $heading }*: { $narrowed ->
    [yes] { $all } kardeşlikten *{ $count }* tanesi.
   *[no] *{ $count }* kardeşlik.
}
count-area = • { $area }: *{ $count }*
count-together = Toplam: *{ $count }*
count-countries = { $count ->
    [one] Hepsi tek bir ülkede.
   *[other] { $count } ülkedeler.
}
countries = { $partners } kardeş şehir *{ $count }* ülkede:
countries-line = { $names }.
country-count = { $count ->
    [one] { $country }
   *[other] { $country } ({ $count })
}
ranked = { $order ->
    [first] { $number ->
        [1] Kayıtlardaki ilk kardeşlik
       *[other] Kayıtlarda baştan { $number }. kardeşlik
    }
   *[latest] { $number ->
        [1] Kayıtlardaki en yeni kardeşlik
       *[other] Kayıtlarda sondan { $number }. kardeşlik
    }
} ({ $heading }): *{ $name }*, *{ $date }*.
ranked-several = { $order ->
    [first] *{ $heading }*: kayıtlardaki en eskiler
   *[latest] *{ $heading }*: kayıtlardaki en yeniler
}
ranked-too-far = *{ $heading }*: tarihi bilinen yalnızca { $count } kardeşlik var, { $number }. sırada bir şey yok.
ranked-same-day = Tam olarak aynı gün: { $names }.
ranked-order-unclear = { $names } ile arasındaki sıra kesin değil: kayıtlarda yalnızca yıl var.
same-day = { $count ->
    [0] Tam olarak aynı gün: başka yok.
   *[other] Tam olarak aynı gün: *{ $names }*.
}
same-year = { $count ->
    [0] Aynı yıl ({ $year }): başka yok.
   *[other] Aynı yıl ({ $year }): { $names }.
}
same-days = *Aynı gün imzalananlar*
same-years = *Aynı yıl olanlar*
same-days-line = • { $date }: { $names }
name-date = { $name } ({ $date })

# Takvim
anniversaries = { $count ->
    [0] *{ $period }*: { $city } için kayıtlarımda yıl dönümü yok.
   *[other] *{ $period }*: { $city } için { $count } yıl dönümü
}
anniversary-line = • { $name } – { $date } ({ $years ->
    [0] bugün
   *[other] { $years }. yıl
})
anniversary-next = Sıradaki:
anniversary-in-days = { $days ->
    [0] *Bugün, { $date }:*
    [one] Sıradaki yıl dönümü yarın, *{ $date }*:
   *[other] Sıradaki yıl dönümüne { $days } gün var, *{ $date }*:
}

# Yerler
city-summary = Kayıtlarımda { $countries } ülkede *{ $count } kardeş şehir* var.
city-first = İlki: { $line }
city-latest = En yenisi: { $line }
known-as = İmzadaki adı: { $name }.

# Terimler ve tarihçe
overview-term = *Kardeş şehirler için kullanılan sözcükler*
overview-term-title = Kardeş şehirler için kullanılan sözcükler
overview-history = *Kardeş şehirlik nasıl doğdu?*
overview-history-title = Kardeş şehirlik nasıl doğdu?
overview-line = • *{ $title }*: { $short }
say-unknown = Bunun nasıl söylendiği kayıtlarımda yok: { $area }.
note = Başka kaynaklardan: { $text } ({ $sources })

# Sohbet
help-title = Neler sorabilirsiniz?
help = *Bana kardeş şehirleri sorun*, nasıl isterseniz öyle yazın:
help-line = • { $example }
help-example-1 = İstanbul ile Venedik ne zaman kardeş şehir oldu?
help-example-2 = Berlin İstanbul'un kardeş şehri mi?
help-example-3 = Hangi Alman şehirleri kardeş?
help-example-4 = 90'larda kimlerle kardeş olundu?
help-example-5 = Hangisi önce, Kahire mi Lahor mu?
help-example-6 = 17 Kasım'da ne oldu?
help-example-7 = Fransızlar buna ne diyor?
help-example-8 = Kardeş şehirlik nasıl başladı?
help-commands = *Komutlar*
help-command = /{ $name } – { $use }
greeting-title = Merhaba
greeting = Merhaba! Ben kardeş şehirleri bilirim: iki şehrin ne zamandan beri kardeş olduğunu, bir şehrin kardeşlerini, bu sözcüklerin anlamını ve her şeyin nasıl başladığını. Örneğin şöyle sorun: { $city } ile Venedik ne zaman kardeş oldu?
thanks-title = Rica ederim
thanks = Rica ederim! Ne zaman isterseniz yine sorun.
identity-title = Ben kimim?
identity = Ben *kardeş şehirleri bilen bir botum*. Gündelik dille yazılmış soruları okur, kayıtlarımdan yanıtlar, her bilginin kaynağını gösteririm. İnsan değilim ve tahmin yürütmem: kayıtlarımda olmayanı yok diye söylerim.
privacy-title = Gizlilik
privacy = *Sakladıklarım:* sohbetin ayarları ve orada oynanan turlar; oyuncunun adı, yanıtları ve puanları. /hide sizi sıralamalardan çıkarır, /forget hakkınızda saklanan her şeyi siler. Sorunuza devam edebilesiniz diye son sorunuz on dakika bellekte kalır; hiçbir yere yazılmaz. Metinleri kaydetmem, hiçbir şeyi paylaşmam.
sources-title = Kaynaklar
sources-of-that = Bu bilginin kaynağı:
sources-state = Kayıtlarımda { $pairs } kardeşlik hakkında { $sources } kaynaktan { $claims } bilgi var ({ $date } itibarıyla). Her yanıt kendi kaynağını gösterir.
credits = Yer adları: GeoNames (CC BY 4.0). Ülke adları, tarihler ve sayılar: Unicode CLDR. Sık kullanılan sözcükler: wordfreq (CC BY-SA 4.0).
certainty-title = Ne kadar kesin?
certainty = Yalnızca bir kaynağın söylediğini, onun söylediği kesinlikte söyler ve kaynağı gösteririm. Kaynaklar ayrışıyorsa bunu da belirtirim. Kayıtlarımda olmayan bir şey yine de var olabilir. Bir hata bulursanız lütfen beni yönetenlere bildirin.
certainty-pair = *{ $name }:* { $agreeing } kaynak bu tarihi veriyor, { $differing ->
    [0] farklı söyleyen yok.
   *[other] { $differing } kaynak farklı söylüyor.
}
coverage-title = Neler biliyorum?
coverage = Kayıtlarımda { $sources } kaynaktan { $claims } bilgi var: { $places } yerin { $pairs } kardeşliği.
home-title = Ev şehri
home = Buradaki ev şehri: *{ $city }*. Tek bir şehir yazarsanız ötekini bu şehir sayarım. Değiştirmek için /home ve bir ad yazın, örneğin: /home Ankara
home-set = Ev şehri artık *{ $city }*.
unknown_place-title = Böyle bir yer yok
unknown_place = *{ $name }* adında bir yer bilmiyorum. Ülkeleri ve dünyanın nüfusu 15.000 ve üzeri olan şehirlerini bilirim; böyle mi yazılıyor?
which_place-title = Hangi { $name }?
which_place = Hangi *{ $name }*?
which_place-doubtful = { $count ->
    [one] *{ $name }* adında bir yer bilmiyorum. Bunu mu demek istediniz?
   *[other] *{ $name }* adında bir yer bilmiyorum. Bunlardan birini mi demek istediniz?
}
which_place-line = • { $place }
off_topic-title = Konum değil
off_topic = Bu benim konum değil: ben yalnızca kardeş şehirleri bilirim.
unclear-title = Anlamadım
unclear = Bunu anlamadım. Bana bir şehri ve kardeşlerini sorun, örneğin: { $city } ile Berlin ne zaman kardeş oldu?
read-as = { $typed } → *{ $name }* diye okudum.
not-on-record = “{ $condition }” kayıtlarımda yok; bu yüzden bu koşul olmadan yanıtlıyorum.

# Seçenekler
choice-how-long = Kaç yıldır?
choice-list = Tüm kardeş şehirler
choice-terms = Sözcükler
choice-history = Tarihçe
choice-today = Bugün
choice-another = Bir tane daha
choice-following = Ya sonraki?
choice-previous-page = ‹ Sayfa { $page }
choice-next-page = Sayfa { $page } ›

# Komutlar
command-ask = kardeş şehirler hakkında bir şey sorun
command-city = bir şehir ve kardeşleri
command-today = bugünün yıl dönümleri
command-random = rastgele bir bilgi
command-terms = kardeş şehirler için kullanılan sözcükler
command-history = kardeş şehirliğin doğuşu
command-home = tek bir şehir yazdığınızda öteki sayılan şehir
command-language = buradaki yanıtlarımın dili
command-sources = bilgilerin kaynakları
command-privacy = neler saklanıyor
command-help = neler sorabilirsiniz
command-start = merhaba deyin

# The language of a chat
language-title = Dil
language = Sorunun dilinde yanıtlarım. Dil anlaşılmıyorsa burada *{ $language }* yanıtlarım. Başka bir dil:
language-set = Bir sorunun dili anlaşılmıyorsa bundan böyle burada Türkçe yanıtlarım.

# Bütün kardeşlikler: zincirler, ortak kardeşler, en çok kardeşi olanlar, en eskiler
date-unknown = tarihi kayıtlı değil
chain-title = { $a } → { $b }
chain = *{ $a }* ile *{ $b }* arasında { $steps } kardeşlik var:
chain-none = Kayıtlarımda *{ $a }* ile *{ $b }* arasında bir kardeşlik zinciri yok.
shared = *{ $a }* ile *{ $b }* şehirlerinin { $count } ortak kardeşi var:
shared-none = *{ $a }* ile *{ $b }* şehirlerinin kayıtlarımda ortak kardeşi yok.
shared-line = • { $name } – { $a }: { $since_a }; { $b }: { $since_b }
hubs-title = En çok kardeşi olan şehirler
hubs-line = • { $name } – { $count } kardeş
oldest-title = En eski kardeşlikler
between-title = Kardeşlikler
between = Kayıtlarımda { $places } yerin { $count } kardeşliği var:
choice-chain = Nasıl bağlılar?
choice-hubs = En çok kardeşi olanlar

# Lighter ties, and what is not known to stand
only-tie = Kayıtlarda tam bir kardeşlik değil, { $event ->
    [friendship_city] dostluk
   *[cooperation] iş birliği anlaşması
} olarak geçiyor.
status-unknown = Hâlâ sürüp sürmediği kayıtlı değil.
line-tie = ({ $event ->
    [friendship_city] dostluk
   *[cooperation] iş birliği
})
