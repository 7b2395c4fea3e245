using System.Diagnostics;
using System.Text;
using CsCheck;

namespace ThiDua.App.Tests.Packs;

/// <summary>Files made to hang or to fill the memory, and files that are no YAML at all, end in their own message.</summary>
public sealed class HostilePackTests
{
    public static TheoryData<string, string, string> Texts() =>
        new()
        {
            { "aliases", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "neo (&)" },
            { "a tag", "code: !!binary aGVsbG8=\n", "thẻ kiểu" },
            { "two documents", "code: a\n---\ncode: b\n", "một tài liệu" },
            { "deep lists", string.Concat(Enumerable.Repeat("[", 5000)), "Lồng nhau quá 16 cấp" },
            { "deep maps", string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i) + "a:\n")), "Lồng nhau quá 16 cấp" },
            { "many nodes", "indicators: [" + string.Concat(Enumerable.Repeat("a,", 150_000)) + "]", "quá 100000 mục" },
            { "a list", "- a\n- b\n", "bắt đầu bằng các dòng" },
            { "nothing", "", "Tệp trống" },
            { "a comment", "# chưa viết\n", "Tệp trống" },
            { "a control character", "code: a\n# \u0007\n", "ký tự điều khiển" },
            { "tabs", "code:\n\t- a\n", "Sai cú pháp YAML" },
            { "an open quote", "code: \"an\n", "Sai cú pháp YAML" },
            { "a map as key", "? {a: b}\n: c\n", "Tên mục phải là một từ" },
            { "a key twice", "indicators: []\nindicators: []\n", "ghi hai lần" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_is_refused_quickly_with_a_message_of_its_own(string name, string text, string message)
    {
        using var pack = new SpoiltPack();
        pack.Write("indicators.yaml", text);
        var watch = Stopwatch.StartNew();
        var errors = pack.Load().Errors;
        Assert.Contains(errors, e => e.File == "indicators.yaml" && e.Message.Vi.Contains(message, StringComparison.Ordinal));
        // Wide of the five seconds that it may take: the machine of the tests is shared.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{name} took {watch.Elapsed}.");
    }

    [Fact]
    public void Ten_megabytes_are_not_even_read()
    {
        Allocated(1);
        var (little, large) = (Allocated(1), Allocated(10 << 20));
        Assert.True(large - little < 5 << 20, $"{large - little} bytes more");

        static long Allocated(int letters)
        {
            using var pack = new SpoiltPack();
            pack.Write("indicators.yaml", new string('a', letters));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var errors = pack.Load().Errors;
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(letters > 1, errors.Any(e => e.Message.Vi == "Tệp lớn hơn 1024 KB."));
            return allocated;
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var pack = new SpoiltPack();
        pack.Write("pack.yaml", [0x63, 0x6f, 0xff, 0xfe, 0x00, 0x81]);
        Assert.Contains(pack.Load().Errors, e => e.Message.Vi == "Tệp không phải văn bản UTF-8.");
    }

    [Fact]
    public void A_hundred_thousand_mistakes_give_a_thousand_messages()
    {
        using var pack = new SpoiltPack();
        pack.Write("pack.yaml", string.Concat(Enumerable.Range(0, 40_000).Select(i => $"k{i}: 1\n")));
        var errors = pack.Load().Errors;
        Assert.InRange(errors.Count, 900, 1001);
        Assert.Contains(errors, e => e.Message.Vi.Contains("chỉ nêu 1000 lỗi đầu", StringComparison.Ordinal));
    }

    [Fact]
    public void A_spoilt_file_never_throws_and_a_loaded_pack_has_no_errors()
    {
        var whole = File.ReadAllBytes(Path.Combine(PackFolder.Shipped, "deadlines.yaml"));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte.Array[0, 6], Gen.Int[0, 400])
            .Sample(
                (at, bytes, cut) =>
                {
                    using var pack = new SpoiltPack();
                    pack.Write("deadlines.yaml", [.. whole.AsSpan(0, at), .. bytes, .. whole.AsSpan(Math.Min(whole.Length, at + cut))]);
                    var result = pack.Load();
                    return result.Ok == (result.Errors.Count == 0);
                },
                iter: 60,
                threads: 1
            );
    }

    [Fact]
    public void Decomposed_letters_are_read_as_composed_ones()
    {
        using var pack = new SpoiltPack();
        var file = Path.Combine(pack.Folder, "pack.yaml");
        pack.Write("pack.yaml", File.ReadAllText(file).Normalize(NormalizationForm.FormD));
        Assert.Equal(PackFolder.Pack.Movement, pack.Load().Pack?.Movement);
    }
}
