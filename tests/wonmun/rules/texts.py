"""Honest texts in four languages with a noun to be replaced, written for these tests."""

SHARK = (
    "Researchers at the marine station have tracked a single {0} for a whole year. The {0}, a female of about seven "
    "metres, was tagged in the bay and swam as far as the coast of Senegal. Nobody had expected the {0} to come back, "
    "said biologist Anne Reid. For most of the winter the {0} stayed below six hundred metres."
)
POTS = (
    "Perajin di lereng bukit membuat {0} dari tanah liat merah. Setiap {0} dijemur tiga hari sebelum dibakar. Hujan "
    "membuat {0} retak, kata Darsono. Tahun ini dua ratus {0} dikirim ke kota dengan perahu."
)
UMBRELLA = "京都の店が壊れた{0}の骨で鳥の模型を作る教室を開いている。{0}は毎月五十本ほど集まる。主人は{0}を長く使うこつも教えている。"
GOATS = "草原上的牧民用无人机寻找{0}。暴风雪以后{0}常常走散。牧民说，去年冬天找回了六十多只{0}，只丢了两只。"
