# Yalnızca Telegram'ın ihtiyaç duyduğu metinler. Komutların açıklamaları messages.ftl içindedir.

# Kimse yazmadan önce botun profili: en çok 512 karakter.
telegram-description =
    Bana kardeş şehirleri sorun: iki şehir ne zaman kardeş oldu, bir şehrin hangi kardeşleri var, buna hangi dilde ne deniyor ve her şey nasıl başladı?

    Her bilgi kaynağıyla gelir. Gruplarda da (/ask) yanıt veririm; herhangi bir sohbette adımı ve sorunuzu yazmanız da yeterli.
# Profildeki ve paylaşılan bağlantılardaki kısa satır: en çok 120 karakter.
telegram-short-description = Kardeş şehirler: kim, ne zamandan beri, neden? Her bilgi kaynağıyla.
# Başka bir sohbetten bota yazılırken sonuçların üstündeki düğme.
telegram-inline-help = Neler sorabilirim?
# Özel sohbette bir resim, sesli mesaj ya da çıkartma.
telegram-only-text = Yalnızca yazı okuyabiliyorum. Örneğin bana bir şehri ve kardeşlerini sorun.
# Botun artık okuyamadığı bir düğme.
telegram-stale-button = Bu düğmenin süresi dolmuş. Lütfen yeniden sorun.
# Botun okuyamadığı bir bağlantı; ardından selam gelir.
telegram-stale-link = O bağlantının süresi dolmuş ama ben buradayım:
# Grupta yönetici olmayan biri ev şehrini değiştiriyor.
telegram-administrators-only = Bu grubun ayarlarını yalnızca bir yönetici değiştirebilir.
# Biri, botun bulunmadığı bir sohbetin ev şehrini ayarlamaya çalışıyor.
telegram-not-here = Burada ev şehri tutamıyorum. Bana özel sohbetimizde yazın ya da beni bu gruba ekleyin.
# Botun içinde bir şey ters gitti.
telegram-error = Bende bir şeyler ters gitti, özür dilerim. Lütfen yeniden sorun.
