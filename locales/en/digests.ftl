# News in private: what people agree to. A change of news-terms needs a new TERMS in bot/domain/calendar/digest.py.
news-terms = You can get news in private: about what you choose, once at a time ({ $every }), quietly, as long as you like. I keep which account agreed, to what and when, and nothing else; every such message has a button that ends it and deletes that.
news-pick = Choose what about, then say yes.
button-news-open = News in private
button-news-agree = Yes, send me these
button-news-leave = Send me no more of this
news-none = There is no news in private to choose here.
news-agreed = Agreed: you get news about what you chose ({ $every }).
news-left = Done: you get no more of it, and nothing of it is kept.
news-head = News about what you chose
news-more = and { $count } more in the community
button-interest-on = ✓ { $what }
button-interest-off = ○ { $what }
