/* Sets of words, each letter a byte: whether a word is in one is asked a hundred times for each message. */

#include <stdint.h>
#include <string.h>

typedef struct {
    uint32_t tag;  /* of the hash; a word is compared only where it is the same */
    uint32_t word; /* where the word stands in `words`, behind two bytes of length; 0 is an empty slot */
    uint32_t rest; /* where in the line stands what follows the word, behind a blank */
} Slot;

typedef struct {
    uint8_t *filter; /* a bit is set for whatever is in it: nearly all that is asked about is not */
    Slot *slots;
    uint8_t *words;
    uint32_t mask, lengths[256]; /* how long words are that begin with a letter, a bit for each length */
    Py_ssize_t longest;
} Set;

/* Says whether any word begins so and is so long: asked first, for it is near at hand however many words there are. */
static int may_have(const Set *set, uint8_t first, Py_ssize_t length)
{
    return set->lengths[first] >> (length < 31 ? length : 31) & 1;
}

/* So made that the hash of two words in one is made of theirs: `joined`. */
static const uint64_t FACTOR = 0x9e3779b97f4a7c15u;

static uint64_t hash_of(const uint8_t *word, Py_ssize_t length)
{
    uint64_t hash = 0;
    for (Py_ssize_t at = 0; at < length; at++)
        hash = (hash + word[at]) * FACTOR;
    return hash;
}

static uint64_t joined(uint64_t left, uint64_t right, Py_ssize_t length_of_right)
{
    static uint64_t powers[32] = {1};
    for (int at = 1; powers[31] == 0 && at < 32; at++)
        powers[at] = powers[at - 1] * FACTOR;
    for (; length_of_right > 31; length_of_right--)
        left *= FACTOR;
    return left * powers[length_of_right] + right;
}

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32 ^ hash);
}

static uint32_t bit_of(const Set *set, uint64_t hash)
{
    return (uint32_t)(hash >> 36) & (8 * set->mask + 7);
}

/* Gives a slot with that hash, from one on; most often there is none. */
static const Slot *tagged(const Set *set, uint64_t hash, const Slot *after)
{
    uint32_t bit = bit_of(set, hash), tag = tag_of(hash);
    if (!(set->filter[bit >> 3] >> (bit & 7) & 1))
        return NULL;
    for (uint32_t slot = after ? after - set->slots + 1 : tag; set->slots[slot & set->mask].word; slot++)
        if (set->slots[slot & set->mask].tag == tag)
            return &set->slots[slot & set->mask];
    return NULL;
}

static const Slot *slot_of(const Set *set, const uint8_t *word, Py_ssize_t length, uint64_t hash)
{
    if (length > set->longest || !length || !may_have(set, word[0], length))
        return NULL;
    for (const Slot *slot = tagged(set, hash, NULL); slot; slot = tagged(set, hash, slot)) {
        const uint8_t *there = set->words + slot->word;
        if ((there[-2] << 8 | there[-1]) == length && memcmp(there, word, length) == 0)
            return slot;
    }
    return NULL;
}

static int has(const Set *set, const uint8_t *word, Py_ssize_t length)
{
    return length && length <= set->longest && may_have(set, word[0], length) &&
           slot_of(set, word, length, hash_of(word, length)) != NULL;
}

/* Takes the first words of lines. Answers 0 where memory is short. */
static int fill(Set *set, PyObject *lines)
{
    const uint8_t *text = (const uint8_t *)PyBytes_AS_STRING(lines);
    Py_ssize_t size = PyBytes_GET_SIZE(lines), many = 1;
    for (Py_ssize_t at = 0; at < size; at++)
        many += text[at] == '\n';
    uint32_t room = 8;
    while (room < 2 * many)
        room *= 2;
    set->mask = room - 1;
    set->filter = PyMem_Calloc(room, 1);
    set->slots = PyMem_Calloc(room, sizeof(Slot));
    set->words = PyMem_Malloc(size + 2 * many + 2);
    if (!set->filter || !set->slots || !set->words)
        return 0;
    uint32_t free = 0;
    for (Py_ssize_t start = 0, end; start < size; start = end + 1) {
        for (end = start; end < size && text[end] != '\n';)
            end++;
        const uint8_t *blank = memchr(text + start, ' ', end - start);
        Py_ssize_t length = blank ? blank - text - start : end - start, rest = blank ? start + length + 1 : end;
        if (length == 0 || length > UINT16_MAX || has(set, text + start, length))
            continue;
        set->words[free++] = (uint8_t)(length >> 8);
        set->words[free++] = (uint8_t)length;
        memcpy(set->words + free, text + start, length);
        uint64_t hash = hash_of(text + start, length);
        uint32_t bit = bit_of(set, hash), tag = tag_of(hash), slot = tag & set->mask;
        set->filter[bit >> 3] |= 1 << (bit & 7);
        while (set->slots[slot].word)
            slot = (slot + 1) & set->mask;
        set->slots[slot] = (Slot){tag, free, (uint32_t)rest};
        set->lengths[text[start]] |= 1u << (length < 31 ? length : 31);
        free += length;
        if (length > set->longest)
            set->longest = length;
    }
    return 1;
}

static void empty(Set *set)
{
    PyMem_Free(set->filter);
    PyMem_Free(set->slots);
    PyMem_Free(set->words);
}
