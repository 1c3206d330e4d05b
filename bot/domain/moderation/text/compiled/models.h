/* What models are told of a text, and what they make of its words: `features.spelt_of` and `weights.Weights`. */

enum { LONGEST_TOKEN = 64, FACTOR_OF_PAIRS = 0x9e3779b1u };

typedef struct {
    Py_ssize_t most;
    int longest;
    uint32_t salt, mask;
} Told;

/* Writes the word or sign that stands at a place, cut off if it is long; answers where the next one may stand. */
static Py_ssize_t token_at(const Told *told, PyObject *text, Py_ssize_t at, Py_UCS4 *token, int *written)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    *written = 0;
    while (at < length && Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, at)))
        at++;
    for (; at < length && Py_UNICODE_ISALNUM(PyUnicode_READ(kind, data, at)); at++)
        if (*written < told->longest) {
            Py_UCS4 letter = PyUnicode_READ(kind, data, at);
            token[(*written)++] = letter >= '1' && letter <= '9' ? '0' : letter;
        }
    if (*written || at == length)
        return at;
    Py_UCS4 sign = PyUnicode_READ(kind, data, at);
    if (sign != '_')
        token[(*written)++] = sign;
    return at + 1;
}

/* Notes a word, and its pair with the one before it. */
static int note_token(const Told *told, PyObject *words, PyObject *pairs, PyObject *token, uint64_t *before)
{
    uint64_t own = number_of(token, told->salt);
    PyObject *pair = PyLong_FromUnsignedLong((*before * FACTOR_OF_PAIRS + own) >> 7 & told->mask);
    *before = own;
    int failed = !pair || PySet_Add(pairs, pair) < 0 || PyDict_SetItem(words, token, Py_None) < 0;
    Py_XDECREF(pair);
    return !failed;
}

static int spell(const Told *told, PyObject *text, PyObject *words, PyObject *pairs)
{
    Py_UCS4 token[LONGEST_TOKEN];
    Py_ssize_t at = 0, length = PyUnicode_GET_LENGTH(text);
    uint64_t before = 0;
    for (Py_ssize_t many = 0; at < length && many < told->most;) {
        int written;
        at = token_at(told, text, at, token, &written);
        if (!written)
            continue;
        PyObject *word = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, token, written);
        int noted = word && note_token(told, words, pairs, word, &before);
        Py_XDECREF(word);
        if (!noted)
            return 0;
        many++;
    }
    return 1;
}

/* Takes a text, and the numbers: how many words, of how many letters, the salt and the mask. */
static PyObject *spelt(PyObject *module, PyObject *args)
{
    PyObject *text, *found = NULL;
    Told told;
    int most;
    if (!PyArg_ParseTuple(args, "U(iiII)", &text, &most, &told.longest, &told.salt, &told.mask))
        return NULL;
    told.most = most;
    if (told.longest > LONGEST_TOKEN)
        return PyErr_Format(PyExc_ValueError, "words of %d letters are too long", told.longest);
    PyObject *words = PyDict_New(), *pairs = PyFrozenSet_New(NULL);
    if (words && pairs && spell(&told, text, words, pairs)) {
        PyObject *list = PyDict_Keys(words);
        PyObject *tokens = list ? PyList_AsTuple(list) : NULL;
        found = tokens ? PyTuple_Pack(2, tokens, pairs) : NULL;
        Py_XDECREF(list);
        Py_XDECREF(tokens);
    }
    Py_XDECREF(words);
    Py_XDECREF(pairs);
    return found;
}

typedef struct {
    PyObject *weights, *known; /* bytes */
    uint32_t salt, mask, bits;
    int shortest;
} Weigher;

static int tells(const Weigher *weigher, PyObject *word)
{
    if (PyUnicode_GET_LENGTH(word) < weigher->shortest)
        return 0;
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(word); at++)
        if (!Py_UNICODE_ISALPHA(PyUnicode_READ_CHAR(word, at)))
            return 0;
    return 1;
}

static int is_known(const Weigher *weigher, uint32_t number)
{
    const uint8_t *known = (const uint8_t *)PyBytes_AS_STRING(weigher->known);
    uint32_t one = number % weigher->bits;
    uint32_t other = (uint64_t)number * FACTOR_OF_PAIRS >> 9 & (weigher->bits - 1);
    return known[one >> 3] >> (one & 7) & 1 && known[other >> 3] >> (other & 7) & 1;
}

static int are_words(PyObject *tokens)
{
    int right = PyTuple_Check(tokens);
    for (Py_ssize_t at = 0; right && at < PyTuple_GET_SIZE(tokens); at++)
        right = PyUnicode_Check(PyTuple_GET_ITEM(tokens, at));
    if (!right)
        PyErr_SetString(PyExc_TypeError, "words are weighed, in a tuple");
    return right;
}

/* Takes words; gives how many of them no training text held, and how many could tell. */
static PyObject *strange(PyObject *self, PyObject *tokens)
{
    const Weigher *weigher = PyCapsule_GetPointer(self, NULL);
    long unknown = 0, telling = 0;
    if (!are_words(tokens))
        return NULL;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(tokens); at++) {
        PyObject *word = PyTuple_GET_ITEM(tokens, at);
        if (!tells(weigher, word))
            continue;
        telling++;
        unknown += !is_known(weigher, number_of(word, weigher->salt));
    }
    return Py_BuildValue("(ll)", unknown, telling);
}

/* Adds the bytes of the parts of a word; answers how many those are, -1 for a word that is too long. */
static int add_parts(const Weigher *weigher, PyObject *word, long *total)
{
    uint16_t letters[LONGEST_WORD + 4];
    uint32_t found[LONGEST_WORD * LONGEST_PART];
    const uint8_t *weights = (const uint8_t *)PyBytes_AS_STRING(weigher->weights);
    *total += weights[number_of(word, weigher->salt) & weigher->mask];
    if (!tells(weigher, word))
        return 1;
    int length = edged(word, letters), many = length ? parts_in(letters, length, weigher->mask, found) : -2;
    for (int at = 0; at < many; at++)
        *total += weights[found[at]];
    return many + 1;
}

/* Takes words and the numbers of pairs; gives the sum of the bytes of all parts, and how many those are. */
static PyObject *summed(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    const Weigher *weigher = PyCapsule_GetPointer(self, NULL);
    long total = 0, many = 0;
    if (count != 2 || !are_words(args[0]))
        return count == 2 ? NULL : PyErr_Format(PyExc_TypeError, "words and pairs are weighed");
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(args[0]); at++) {
        int parts = add_parts(weigher, PyTuple_GET_ITEM(args[0], at), &total);
        if (parts < 0)
            return PyErr_Format(PyExc_ValueError, "a word is too long to be weighed");
        many += parts;
    }
    PyObject *pairs = PyObject_GetIter(args[1]), *pair;
    while (pairs && (pair = PyIter_Next(pairs))) {
        total += (uint8_t)PyBytes_AS_STRING(weigher->weights)[PyLong_AsUnsignedLongMask(pair) & weigher->mask];
        many++;
        Py_DECREF(pair);
    }
    Py_XDECREF(pairs);
    return PyErr_Occurred() ? NULL : Py_BuildValue("(ll)", total, many);
}

static void drop_weigher(PyObject *self)
{
    Weigher *weigher = PyCapsule_GetPointer(self, NULL);
    Py_DECREF(weigher->weights);
    Py_DECREF(weigher->known);
    PyMem_Free(weigher);
}
