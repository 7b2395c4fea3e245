namespace ThiDua.Plans;

/// <summary>
/// Text folded for matching only: lower case, Vietnamese marks off, dashes and spaces of one kind. The folded string has
/// the length of the original, so that a position found in one is a position in the other. What OCR does most (a lost or
/// wrong mark: "phân đấu", "các áp") disappears here, and the text itself stays as it was read.
/// </summary>
internal static class Folding
{
    private const int TableSize = 0x1F00;
    private static readonly char[] Table = Build();

    public static char Of(char c) =>
        c < TableSize
            ? Table[c]
            : c switch
            {
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
                '\u2018' or '\u2019' or '\u02BC' => '\'',
                '\u201C' or '\u201D' or '\u201E' or '\u201F' => '"',
                '\u2000'
                or '\u2001'
                or '\u2002'
                or '\u2003'
                or '\u2004'
                or '\u2005'
                or '\u2006'
                or '\u2007'
                or '\u2008'
                or '\u2009'
                or '\u200A'
                or '\u202F'
                or '\u3000' => ' ',
                _ => c,
            };

    public static string Of(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = Of(source[i]);
            }
        );

    /// <summary>
    /// Letters that differ between a word read and the word meant, place by place, from the front and from the back: what
    /// one misread or lost letter leaves is 1.
    /// </summary>
    public static int Slips(ReadOnlySpan<char> read, ReadOnlySpan<char> meant)
    {
        var front = read.CommonPrefixLength(meant);
        var back = 0;
        while (back < read.Length - front && back < meant.Length - front && read[^(back + 1)] == meant[^(back + 1)])
            back++;
        return Math.Max(read.Length, meant.Length) - front - back;
    }

    private static char[] Build()
    {
        var table = new char[TableSize];
        for (var i = 0; i < table.Length; i++)
            table[i] = char.ToLowerInvariant((char)i);
        Map(table, "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", 'a');
        Map(table, "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ", 'e');
        Map(table, "ìíỉĩịÌÍỈĨỊ", 'i');
        Map(table, "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ", 'o');
        Map(table, "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ", 'u');
        Map(table, "ỳýỷỹỵỲÝỶỸỴ", 'y');
        Map(table, "đĐðÐ", 'd');
        Map(table, "\u00A0\t\r\n", ' ');
        Map(table, "\u00AB\u00BB", '"');
        table['\u00AD'] = '-';
        return table;
    }

    private static void Map(char[] table, string from, char to)
    {
        foreach (var c in from)
            table[c] = to;
    }
}
