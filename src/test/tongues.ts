import type { Line } from './talk.ts';

/** Short made-up talks in languages that Heed does not understand: Ana is us. */
export const GERMAN: Line[] = [
  ['Ana', 'Guten Morgen, Frau Brandt. Wie geht es Ihnen heute?', 4],
  ['Ines', 'Danke, gut. Wir haben seit drei Wochen Ärger mit den Lieferungen.', 7, 1],
  ['Ana', 'Was passiert denn, wenn die Ware zu spät kommt?', 4],
  ['Ines', 'Dann rufen die Kunden bei mir an, und ich kann ihnen nichts sagen.', 8],
  ['Ana', 'Ja.', 1],
  ['Ines', 'Können Sie mir bis Freitag ein Angebot schicken?', 4],
  ['Ana', 'Das mache ich gern, ich schicke Ihnen das Angebot am Donnerstag.', 6],
];

export const FRENCH: Line[] = [
  ['Ana', "Bonjour madame, merci d'avoir pris le temps. Qu'est-ce qui vous amène ?", 6],
  ['Ines', "Nous perdons des commandes parce que personne ne répond au téléphone l'après-midi.", 9],
  ['Ana', 'Depuis quand est-ce comme ça ?', 3],
  ['Ines', "Depuis le départ de ma collègue. J'ai besoin de quelqu'un qui connaît les clients.", 8],
  ['Ana', 'Je vous envoie une proposition demain matin.', 5],
  ['Ines', "D'accord. Combien cela va-t-il coûter ?", 4],
];

export const SPANISH: Line[] = [
  ['Ana', '¿Qué es lo que más le preocupa de este año?', 5],
  ['Ines', 'Que los voluntarios se vayan antes del verano. Ya no sé qué hacer con ellos.', 8],
  ['Ana', 'Entiendo. ¿Y qué pasa cuando se van?', 4],
  ['Ines', 'Tenemos que cerrar el comedor dos días a la semana, y eso me duele mucho.', 8],
  ['Ana', 'Mañana le mando una lista de personas que pueden ayudar.', 5],
];

export const JAPANESE: Line[] = [
  ['Ana', '今日はお時間をいただきありがとうございます。最近いかがですか？', 6],
  ['Ines', '在庫の数がいつも合わなくて、とても困っています。', 7],
  ['Ana', 'それはいつからですか？', 3],
  ['Ines', '去年の秋からです。', 3],
];

export const RUSSIAN: Line[] = [
  ['Ana', 'Здравствуйте! Как у вас дела?', 3],
  ['Ines', 'Спасибо, хорошо. Нам нужен человек, который отвечает по ночам.', 6],
];

/** One who begins in English and goes on in German, with us who follow. */
export const MIXED: Line[] = [
  ['Ana', 'Good morning, what made you take this call?', 4],
  ['Ines', 'We need a list that everybody trusts, because we lose a customer every month.', 7],
  ['Ana', "So you lose customers. I'll send you an example by Friday.", 5],
  ['Ines', 'Darf ich kurz auf Deutsch weitermachen? Es ist für mich so viel einfacher.', 6],
  ['Ana', 'Natürlich, das ist gar kein Problem. Was ist denn das Schlimmste daran?', 5],
  ['Ines', 'Dass ich am Abend nicht schlafen kann, weil wieder etwas fehlt.', 6],
  ['Ana', 'Ja, genau.', 1],
  ['Ana', 'Okay, let us go back to English for the others. Does your team use the list every day?', 6],
  ['Ines', 'They would if it was right.', 3],
];

/** Single sentences, as they stand alone. */
export const SENTENCES = {
  en: [
    'We have to call them back before the end of the week.',
    'I do not know why it takes so long.',
    'Could you tell me what that means for you?',
    'The drivers were late again on Monday.',
    'That is exactly what my boss said.',
    'She would rather have no report at all.',
  ],
  nl: [
    'We moeten ze voor het einde van de week terugbellen.',
    'Ik weet niet waarom het zo lang duurt.',
    'Kun je me vertellen wat dat voor jullie betekent?',
    'De chauffeurs waren maandag weer te laat.',
    'Dat is precies wat mijn baas zei.',
    'Zij heeft liever helemaal geen verslag.',
  ],
  de: [
    'Wir müssen sie noch vor dem Ende der Woche zurückrufen.',
    'Ich weiß nicht, warum das so lange dauert.',
    'Können Sie mir sagen, was das für Sie bedeutet?',
    'Die Fahrer waren am Montag wieder zu spät.',
    'Das ist genau, was mein Chef gesagt hat.',
    'Sie hätte lieber gar keinen Bericht.',
  ],
  fr: [
    'Nous devons les rappeler avant la fin de la semaine.',
    'Je ne sais pas pourquoi cela prend si longtemps.',
    'Pouvez-vous me dire ce que cela signifie pour vous ?',
    'Les chauffeurs étaient encore en retard lundi.',
    "C'est exactement ce que mon chef a dit.",
    'Elle préfère ne pas avoir de rapport du tout.',
  ],
  es: [
    'Tenemos que llamarles antes del fin de la semana.',
    'No sé por qué tarda tanto.',
    '¿Me puede decir qué significa eso para usted?',
    'Los conductores llegaron tarde otra vez el lunes.',
    'Eso es exactamente lo que dijo mi jefe.',
    'Ella prefiere no tener ningún informe.',
  ],
  it: [
    'Dobbiamo richiamarli prima della fine della settimana.',
    'Non so perché ci vuole così tanto tempo.',
    'Mi può dire che cosa significa questo per voi?',
    'Gli autisti erano di nuovo in ritardo lunedì.',
    'È proprio quello che ha detto il mio capo.',
    'Lei preferisce non avere nessun rapporto.',
  ],
  pt: [
    'Temos que ligar de volta para eles antes do fim da semana.',
    'Eu não sei porque demora tanto tempo.',
    'Pode me dizer o que isso significa para você?',
    'Os motoristas chegaram atrasados outra vez na segunda.',
    'Foi exatamente isso que o meu chefe disse.',
    'Ela prefere não ter nenhum relatório.',
  ],
  other: [
    'Нам нужно перезвонить им до конца недели.',
    'なぜそんなに時間がかかるのか分かりません。',
    'هل يمكنك أن تقول لي ماذا يعني ذلك بالنسبة لك؟',
    'Οι οδηγοί άργησαν πάλι τη Δευτέρα.',
    '这正是我老板说的。',
    'हमें हफ़्ते के अंत से पहले उन्हें फ़ोन करना है।',
  ],
} as const;

/** Talk of some length in languages with our letters that are not among those we know by name. */
export const UNKNOWN = {
  swedish:
    'Vi måste ringa tillbaka till dem före slutet av veckan, annars blir de mycket besvikna. Jag vet inte varför det tar så lång tid, men det har varit så sedan hösten. Kan du berätta för mig vad det betyder för er och era kunder?',
  polish:
    'Musimy do nich oddzwonić przed końcem tygodnia, bo inaczej będą bardzo rozczarowani. Nie wiem, dlaczego to trwa tak długo, ale tak jest od jesieni. Czy możesz mi powiedzieć, co to oznacza dla was i waszych klientów?',
  turkish:
    'Hafta sonundan önce onları geri aramamız gerekiyor, yoksa çok hayal kırıklığına uğrayacaklar. Neden bu kadar uzun sürdüğünü bilmiyorum ama sonbahardan beri böyle. Bunun sizin için ne anlama geldiğini söyleyebilir misiniz?',
  finnish:
    'Meidän täytyy soittaa heille takaisin ennen viikon loppua, muuten he pettyvät kovasti. En tiedä, miksi se kestää niin kauan, mutta näin on ollut syksystä asti. Voitko kertoa minulle, mitä se tarkoittaa teille ja asiakkaillenne?',
  danish:
    'Vi er nødt til at ringe tilbage til dem inden ugens udgang, ellers bliver de meget skuffede. Jeg ved ikke, hvorfor det tager så lang tid, men sådan har det været siden efteråret. Kan du fortælle mig, hvad det betyder for jer og jeres kunder?',
  indonesian:
    'Kami harus menelepon mereka kembali sebelum akhir minggu, kalau tidak mereka akan sangat kecewa. Saya tidak tahu kenapa lama sekali, tetapi sudah begitu sejak musim gugur. Bisakah Anda memberi tahu saya apa artinya bagi Anda?',
} as const;
